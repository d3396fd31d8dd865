import { posix } from 'node:path';
import { child, children, nameOf, walk, type Module, type Node } from './source.ts';

/**
 * One module reaching for another: by import, re-export, import(), an import type, new URL(…, import.meta.url) or, with
 * a pattern for a specifier, import.meta.glob(…).
 */
export interface Import {
  readonly specifier: string;
  readonly line: number;
  /** The names taken from the other module; '*' for all of them. */
  readonly names: readonly string[] | '*';
  /** For a re-export: the names under which they leave again, in the order of `names`. */
  readonly reexported?: readonly string[];
}

type Found = Omit<Import, 'line' | 'specifier'>;

function namesOf(node: Node): Found {
  const names: string[] = [];
  const reexported: string[] = [];
  for (const specifier of children(node, 'specifiers')) {
    if (specifier.type === 'ImportNamespaceSpecifier') return { names: '*' };
    const taken = specifier.type === 'ImportDefaultSpecifier' ? 'default' : undefined;
    names.push(taken ?? nameOf(child(specifier, 'imported') ?? child(specifier, 'local')) ?? '*');
    reexported.push(nameOf(child(specifier, 'exported')) ?? '');
  }
  return node.type === 'ExportNamedDeclaration' ? { names, reexported } : { names };
}

function isModuleUrl(node: Node): boolean {
  if (node.type !== 'NewExpression' || nameOf(child(node, 'callee')) !== 'URL') return false;
  const [, base] = children(node, 'arguments');
  return child(base, 'object')?.type === 'MetaProperty' && nameOf(child(base, 'property')) === 'url';
}

const isGlob = (callee: Node | undefined): boolean =>
  child(callee, 'object')?.type === 'MetaProperty' && nameOf(child(callee, 'property')) === 'glob';

function reach(node: Node): { readonly source: Node | undefined; readonly found: Found } | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
      return { source: child(node, 'source'), found: namesOf(node) };
    case 'ExportAllDeclaration': {
      const as = nameOf(child(node, 'exported'));
      return {
        source: child(node, 'source'),
        found: { names: '*', reexported: as === undefined ? ['*'] : [as] },
      };
    }
    case 'ImportExpression':
    case 'TSImportType':
      return { source: child(node, 'source') ?? child(node, 'argument'), found: { names: '*' } };
    case 'TSExternalModuleReference':
      return { source: child(node, 'expression'), found: { names: '*' } };
    case 'CallExpression':
      return isGlob(child(node, 'callee'))
        ? { source: children(node, 'arguments')[0], found: { names: '*' } }
        : undefined;
    case 'NewExpression':
      return isModuleUrl(node)
        ? { source: children(node, 'arguments')[0], found: { names: '*' } }
        : undefined;
    default:
      return undefined;
  }
}

/** Every way in which the module reaches for another, type imports included. */
export function importsOf(module: Module): readonly Import[] {
  const imports: Import[] = [];
  walk(module.program, (node) => {
    const reached = reach(node);
    const specifier = nameOf(reached?.source);
    if (reached === undefined || specifier === undefined) return;
    imports.push({ specifier, line: module.lineOf(node.start), ...reached.found });
  });
  return imports;
}

/** What a specifier stands for: a file of the project, by its path from the root, or a package. */
export type Target =
  { readonly kind: 'file'; readonly path: string } | { readonly kind: 'package'; readonly name: string };

const workspace = /^@piazza\/(shared|server|client)(?:\/(.+))?$/;

/** Resolves as the package.json files of the workspaces do; a path that leads nowhere is resolved all the same. */
export function resolveImport(from: string, specifier: string): Target {
  if (specifier.startsWith('.')) {
    return { kind: 'file', path: posix.join(posix.dirname(from), specifier.replace(/\?.*$/, '')) };
  }
  const own = workspace.exec(specifier);
  if (own !== null)
    return { kind: 'file', path: `${own[1]}/src/${own[2] === undefined ? '' : `${own[2]}/`}index.ts` };
  const parts = specifier.split('/');
  return {
    kind: 'package',
    name: specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier),
  };
}
