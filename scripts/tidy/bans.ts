import {
  child,
  children,
  nameOf,
  walk,
  type Module,
  type Node,
  type Offence,
  type SourceFile,
} from './source.ts';

const bannedGlobals = new Set([
  'Promise',
  'Intl',
  'process',
  'performance',
  'crypto',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'globalThis',
]);

/** The member's name, for `a.b` and `a['b']` alike. */
const member = (node: Node): string | undefined =>
  node.type === 'MemberExpression' ? nameOf(child(node, 'property')) : undefined;

/** Whether an identifier is the name of a property (`order.process`, `{ process: 1 }`) and stands for no variable. */
function isPropertyName(node: Node, parent: Node | undefined): boolean {
  if (parent === undefined || parent['computed'] === true) return false;
  const field = { MemberExpression: 'property', TSQualifiedName: 'right' }[parent.type] ?? 'key';
  return child(parent, field) === node && parent['shorthand'] !== true;
}

function bannedCall(node: Node): string | undefined {
  const callee = child(node, 'callee');
  if (nameOf(callee) === 'Date' && children(node, 'arguments').length === 0) return 'Date()';
  return undefined;
}

function bannedMember(node: Node): string | undefined {
  const name = member(node);
  const object = nameOf(child(node, 'object'));
  if (object === 'Date' && name === 'now') return 'Date.now';
  if (object === 'Math' && name === 'random') return 'Math.random';
  if (name !== undefined && (name === 'localeCompare' || name.startsWith('toLocale'))) return name;
  return undefined;
}

/** What of the clock, chance, the locale, the machine or asynchrony a node reaches for. */
function impurity(node: Node, parent: Node | undefined): string | undefined {
  if (node['async'] === true) return 'async';
  switch (node.type) {
    case 'AwaitExpression':
      return 'await';
    case 'ForOfStatement':
      return node['await'] === true ? 'await' : undefined;
    case 'NewExpression':
    case 'CallExpression':
      return bannedCall(node);
    case 'MemberExpression':
      return bannedMember(node);
    case 'Identifier': {
      const name = String(node['name']);
      return bannedGlobals.has(name) && !isPropertyName(node, parent) ? name : undefined;
    }
    case 'Literal':
      return parent?.['source'] === node && nameOf(node)?.startsWith('node:') === true
        ? nameOf(node)
        : undefined;
    default:
      return undefined;
  }
}

/** What a pure module may not hold: it is given its time, its ids and its chance, and answers at once. */
export function impurities(modules: readonly Module[]): readonly Offence[] {
  const offences: Offence[] = [];
  for (const module of modules) {
    if (!module.path.startsWith('server/src/domain/')) continue;
    walk(module.program, (node, parent) => {
      const what = impurity(node, parent);
      if (what === undefined) return;
      offences.push({
        path: module.path,
        line: module.lineOf(node.start),
        message: `the domain may not use ${what}`,
      });
    });
  }
  return offences;
}

const importsEnv = (node: Node): boolean =>
  node.type === 'ImportDeclaration' &&
  /^(?:node:)?process$/.test(nameOf(child(node, 'source')) ?? '') &&
  children(node, 'specifiers').some((specifier) => nameOf(child(specifier, 'imported')) === 'env');

// The composition root reads nothing itself: it hands the whole environment to config.ts.
const isHandedOver = (path: string, parent: Node | undefined): boolean =>
  path === 'server/src/main.ts' &&
  parent?.type === 'CallExpression' &&
  nameOf(child(parent, 'callee')) === 'readConfig';

/** Every place of the server but config.ts that reads the environment. */
export function environmentReads(modules: readonly Module[]): readonly Offence[] {
  const offences: Offence[] = [];
  for (const module of modules) {
    if (!module.path.startsWith('server/src/') || module.path === 'server/src/config.ts') continue;
    walk(module.program, (node, parent) => {
      const reads = member(node) === 'env' && nameOf(child(node, 'object')) === 'process';
      if ((!reads && !importsEnv(node)) || isHandedOver(module.path, parent)) return;
      const message = 'only server/src/config.ts reads the environment';
      offences.push({ path: module.path, line: module.lineOf(node.start), message });
    });
  }
  return offences;
}

const registryHost = /\bregistry\.(?:npmjs|yarnpkg|npmmirror)\.\w+|\bnpm\.pkg\.github\.com\b/i;
const resolvedElsewhere = /"resolved": "(?:https?|git)[^"]*/;

/** Every line that ties the project to one package registry; in the lock file, every address of a package. */
export function registryHosts(files: readonly SourceFile[]): readonly Offence[] {
  const offences: Offence[] = [];
  for (const { path, text } of files) {
    const pattern = path === 'package-lock.json' ? resolvedElsewhere : registryHost;
    for (const [index, line] of text.split('\n').entries()) {
      const found = pattern.exec(line) ?? registryHost.exec(line);
      if (found !== null)
        offences.push({ path, line: index + 1, message: `names a package registry: ${found[0]}` });
    }
  }
  return offences;
}
