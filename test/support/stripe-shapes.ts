import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';

interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** A declared interface or alias, and the namespaces around it. */
interface Declared {
  readonly node: Node;
  readonly scope: readonly string[];
}

const field = (node: Node, name: string): Node => node[name] as Node;
const list = (node: Node, name: string): readonly Node[] => (node[name] ?? []) as readonly Node[];
const nameOf = (node: Node): string => String(node['name'] ?? node['value']);

/** `Card.Checks` of a qualified name. */
function dotted(node: Node): string {
  return node.type === 'TSQualifiedName'
    ? `${dotted(field(node, 'left'))}.${nameOf(field(node, 'right'))}`
    : nameOf(node);
}

function collect(body: readonly Node[], scope: readonly string[], into: Map<string, Declared>): void {
  for (const statement of body) {
    const node = statement.type === 'ExportNamedDeclaration' ? field(statement, 'declaration') : statement;
    if (node === null || node['id'] === undefined || node['id'] === null) continue;
    const name = nameOf(field(node, 'id'));
    if (node.type === 'TSInterfaceDeclaration' || node.type === 'TSTypeAliasDeclaration')
      into.set([...scope, name].join('.'), { node, scope });
    if (node.type === 'TSModuleDeclaration')
      collect(list(field(node, 'body'), 'body'), [...scope, name], into);
  }
}

const folder = new URL('../../node_modules/stripe/esm/resources/', import.meta.url);
const parsed = new Map<string, Map<string, Declared>>();

/** All that a file of the SDK's resources declares, by dotted names. */
function declarationsOf(file: string): Map<string, Declared> {
  const kept = parsed.get(file);
  if (kept !== undefined) return kept;
  const declared = new Map<string, Declared>();
  const text = readFileSync(fileURLToPath(new URL(`${file}.d.ts`, folder)), 'utf8');
  collect(parseSync(`${file}.d.ts`, text).program.body as unknown as readonly Node[], [], declared);
  parsed.set(file, declared);
  return declared;
}

class Checker {
  readonly problems: string[] = [];
  readonly #declared: Map<string, Declared>;

  constructor(declared: Map<string, Declared>) {
    this.#declared = declared;
  }

  /** What a name means inside of these namespaces, looking outwards. */
  resolve(name: string, scope: readonly string[]): Declared | undefined {
    for (let depth = scope.length; depth >= 0; depth -= 1) {
      const found = this.#declared.get([...scope.slice(0, depth), name].join('.'));
      if (found !== undefined) return found;
    }
    return undefined;
  }

  checkInterface(value: Record<string, unknown>, { node, scope }: Declared, path: string): void {
    const members = list(field(node, 'body'), 'body').filter(({ type }) => type === 'TSPropertySignature');
    const known = members.map((member) => nameOf(field(member, 'key')));
    for (const [index, member] of members.entries()) {
      const name = String(known[index]);
      const inner = field(field(member, 'typeAnnotation'), 'typeAnnotation');
      if (value[name] !== undefined) this.check(value[name], inner, scope, `${path}.${name}`);
      else if (member['optional'] !== true) this.problems.push(`${path}.${name} is missing`);
    }
    for (const name of Object.keys(value))
      if (!known.includes(name)) this.problems.push(`${path}.${name} is unknown to the SDK`);
  }

  check(value: unknown, type: Node, scope: readonly string[], path: string): void {
    const members = type.type === 'TSUnionType' ? list(type, 'types') : [type];
    if (!members.some((member) => this.#fits(value, member, scope, path)))
      this.problems.push(`${path} is ${JSON.stringify(value)}`);
  }

  /** Whether a value is of the kind that a type says; what is inside of it is checked on the way. */
  #fits(value: unknown, type: Node, scope: readonly string[], path: string): boolean {
    switch (type.type) {
      case 'TSNullKeyword':
        return value === null;
      case 'TSStringKeyword':
        return typeof value === 'string';
      case 'TSNumberKeyword':
        return typeof value === 'number';
      case 'TSBooleanKeyword':
        return typeof value === 'boolean';
      case 'TSLiteralType':
        return field(type, 'literal')['value'] === value;
      case 'TSTypeReference':
        return this.#fitsReference(value, type, scope, path);
      default:
        return typeof value === 'object' && value !== null;
    }
  }

  #fitsReference(value: unknown, type: Node, scope: readonly string[], path: string): boolean {
    const name = dotted(field(type, 'typeName'));
    const [inner] = list((type['typeArguments'] ?? {}) as Node, 'params');
    if (name === 'Array' && inner !== undefined) {
      if (!Array.isArray(value)) return false;
      for (const [index, item] of value.entries()) this.check(item, inner, scope, `${path}[${index}]`);
      return true;
    }
    // The SDK's way to say that new values may come; ours must be among those that are listed.
    if (name === 'OtherString') return false;
    const found = this.resolve(name, scope);
    if (found?.node.type === 'TSTypeAliasDeclaration') {
      const alias = field(found.node, 'typeAnnotation');
      const members = alias.type === 'TSUnionType' ? list(alias, 'types') : [alias];
      return members.some((member) => this.#fits(value, member, found.scope, path));
    }
    if (typeof value !== 'object' || value === null) return false;
    if (found !== undefined) this.checkInterface(value as Record<string, unknown>, found, path);
    return true;
  }
}

/**
 * What of a reply is not as the SDK's types say: required properties that are missing, values of a wrong kind or not
 * among the listed ones, properties that the SDK does not know. `file`: of the SDK's resources, without `.d.ts`.
 */
export function shapeProblems(reply: object, file: string, name: string): readonly string[] {
  const checker = new Checker(declarationsOf(file));
  const found = checker.resolve(name, []);
  if (found === undefined) throw new Error(`${file} declares no ${name}`);
  checker.checkInterface(reply as Record<string, unknown>, found, name);
  return checker.problems;
}

/** The names of an interface's properties, those that it extends for paging among them. */
export function propertiesOf(file: string, name: string): readonly string[] {
  const found = declarationsOf(file).get(name);
  if (found === undefined) throw new Error(`${file} declares no ${name}`);
  const own = list(field(found.node, 'body'), 'body').map((member) => nameOf(field(member, 'key')));
  const paged = list(found.node, 'extends').length > 0;
  return paged ? [...own, 'limit', 'starting_after', 'ending_before'] : own;
}
