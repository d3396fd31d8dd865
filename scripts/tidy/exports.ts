import { importsOf, resolveImport, type Import } from './imports.ts';
import { child, children, nameOf, walk, type Module, type Node, type Offence } from './source.ts';

interface Exported {
  readonly name: string;
  readonly line: number;
  readonly isType: boolean;
}

const typeDeclarations = new Set(['TSInterfaceDeclaration', 'TSTypeAliasDeclaration']);

function bindings(pattern: Node | undefined): readonly string[] {
  const names: string[] = [];
  if (pattern === undefined) return names;
  if (pattern.type === 'Identifier') return [String(pattern['name'])];
  for (const property of children(pattern, 'properties'))
    names.push(...bindings(child(property, 'value') ?? property));
  for (const element of children(pattern, 'elements')) names.push(...bindings(element));
  return [...names, ...bindings(child(pattern, 'argument')), ...bindings(child(pattern, 'left'))];
}

function declaredBy(node: Node): readonly string[] {
  const declaration = child(node, 'declaration');
  if (declaration?.type === 'VariableDeclaration') {
    return children(declaration, 'declarations').flatMap((each) => bindings(child(each, 'id')));
  }
  return bindings(child(declaration, 'id'));
}

/** The names a module itself declares and exports, and those it lists in `export { … }`. */
function exportsOf(module: Module): readonly Exported[] {
  const exported: Exported[] = [];
  for (const node of children(module.program, 'body')) {
    const line = module.lineOf(node.start);
    if (node.type === 'ExportDefaultDeclaration') exported.push({ name: 'default', line, isType: false });
    if (node.type !== 'ExportNamedDeclaration' || child(node, 'source') !== undefined) continue;
    const isType =
      node['exportKind'] === 'type' || typeDeclarations.has(child(node, 'declaration')?.type ?? '');
    const listed = children(node, 'specifiers').map((each) => nameOf(child(each, 'exported')) ?? '');
    for (const name of [...declaredBy(node), ...listed]) exported.push({ name, line, isType });
  }
  return exported;
}

/** Follows names through re-exports to the modules that declare them. */
class Uses {
  private readonly used = new Map<string, Set<string>>();
  private readonly importsByPath: ReadonlyMap<string, readonly Import[]>;

  constructor(importsByPath: ReadonlyMap<string, readonly Import[]>) {
    this.importsByPath = importsByPath;
  }

  has(path: string, name: string): boolean {
    const names = this.used.get(path);
    return names !== undefined && (names.has('*') || names.has(name));
  }

  mark(path: string, name: string): void {
    if (this.has(path, name)) return;
    this.used.set(path, (this.used.get(path) ?? new Set()).add(name));
    for (const { specifier, names, reexported } of this.importsByPath.get(path) ?? []) {
      const target = resolveImport(path, specifier);
      if (target.kind !== 'file' || reexported === undefined) continue;
      if (names === '*') {
        if (reexported[0] === '*') this.mark(target.path, name);
        else if (name === '*' || reexported[0] === name) this.mark(target.path, '*');
        continue;
      }
      for (const [index, taken] of names.entries()) {
        if (name === '*' || reexported[index] === name) this.mark(target.path, taken);
      }
    }
  }
}

/** How often an identifier stands in the module. */
function mentions(module: Module, name: string): number {
  let count = 0;
  walk(module.program, (node) => {
    if (node.type === 'Identifier' && node['name'] === name) count += 1;
  });
  return count;
}

/** Whether a path is one of those that a pattern with `*` and `**` stands for. */
function matches(pattern: string, path: string): boolean {
  const parts = pattern.split(/(\*\*\/|\*)/).map((part) => {
    if (part === '**/') return '(?:.*/)?';
    return part === '*' ? '[^/]*' : part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&');
  });
  return new RegExp(`^${parts.join('')}$`).test(path);
}

const isEntry = (path: string): boolean => /(?:^|\/)main\.tsx?$|\.spec\.tsx?$|\.mjs$|\.d\.ts$/.test(path);

/**
 * Exported names that no module imports. Programs, specs and declarations are entries: they may export as they like.
 * A type may stay exported as part of the signature of something else in its module.
 */
export function deadExports(modules: readonly Module[]): readonly Offence[] {
  const importsByPath = new Map(modules.map((module) => [module.path, importsOf(module)]));
  const uses = new Uses(importsByPath);
  const paths = modules.map(({ path }) => path);
  for (const [path, imports] of importsByPath) {
    for (const { specifier, names, reexported } of imports) {
      const target = resolveImport(path, specifier);
      if (target.kind !== 'file' || reexported !== undefined) continue;
      const taken = target.path.includes('*')
        ? paths.filter((each) => matches(target.path, each))
        : [target.path];
      for (const each of taken) for (const name of names === '*' ? ['*'] : names) uses.mark(each, name);
    }
  }
  return modules
    .filter(({ path }) => !isEntry(path))
    .flatMap((module) =>
      exportsOf(module)
        .filter(({ name }) => !uses.has(module.path, name))
        .filter(({ name, isType }) => !isType || mentions(module, name) < 2)
        .map(({ name, line }) => ({ path: module.path, line, message: `${name} is exported for nobody` })),
    );
}
