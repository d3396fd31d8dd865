import { z } from 'zod';

/** JSON Schema as far as the contract uses it. */
interface Node {
  readonly type?: string;
  readonly anyOf?: readonly Node[];
  /** Told apart by a constant field. */
  readonly oneOf?: readonly Node[];
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
  readonly items?: Node;
  readonly maxItems?: number;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

type Path = readonly (string | number)[];

/** A request spoiled in one place. */
export interface Mutation {
  readonly at: string;
  readonly what: string;
  readonly value: unknown;
}

const nasty = [
  'NaN',
  'Infinity',
  '-1',
  '-0.00',
  '1e3',
  '0x10',
  ' 1.00',
  '1.0',
  '+1.00',
  '1,00',
  '١.00',
  '1.005',
  '99999999999999999999.00',
  'null',
  '../../etc/passwd',
  '__proto__',
  '2026-02-30T00:00:00.000Z',
  '2026-03-02T09:00:00+01:00',
];
const controls = ['\u0000', '\u0007', '\u001b', '\u007f'];
const unsafe = [1.5, Number.MAX_SAFE_INTEGER + 1, -Number.MAX_SAFE_INTEGER - 1, 1e21];

const named = (values: readonly unknown[]): [string, unknown][] =>
  values.map((value) => [JSON.stringify(value).slice(0, 40), value]);

function badTexts(node: Node): [string, unknown][] {
  const wrong = named([0, true, {}, [], ['x']]);
  if (node.enum !== undefined || node.const !== undefined)
    return [...wrong, ...named(['nonsense', '__proto__', 'toString'])];
  if (node.minLength !== undefined && node.minLength > 0) wrong.push(['an empty text', '']);
  if (node.maxLength !== undefined) wrong.push(['an over-long text', 'x'.repeat(node.maxLength + 1)]);
  if (node.format === 'uri')
    wrong.push(...named(['javascript:alert(1)', 'http://plain.example', 'no address']));
  if (node.pattern === undefined) return wrong;
  const shape = new RegExp(node.pattern);
  const spoiled = [...nasty, ...controls.map((control) => `ab${control}cd`), 'x'.repeat(300), ''];
  return [...wrong, ...named(spoiled.filter((text) => !shape.test(text)))];
}

function badNumbers(node: Node): [string, unknown][] {
  const { minimum = -Infinity, maximum = Infinity } = node;
  const beyond = [minimum - 1, maximum + 1].filter(Number.isSafeInteger);
  return named(['5', '', true, {}, [], [5], ...unsafe, ...beyond]);
}

/** Values that the schema cannot mean in this place, each with a name. */
function badLeaves(node: Node): [string, unknown][] {
  switch (node.type) {
    case 'string':
      return badTexts(node);
    case 'integer':
    case 'number':
      return badNumbers(node);
    case 'boolean':
      return named(['true', 1, 0, {}, []]);
    case 'array':
      return named([{}, 'x', 5, true]);
    case 'object':
      return named([[], 'x', 5, true]);
    default:
      throw new Error(`a schema of type ${String(node.type)}`);
  }
}

/** A copy of the root with something else at the path; `undefined` removes what is there. */
function changed(root: unknown, path: Path, to: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return to;
  if (Array.isArray(root))
    return root.map((item, at) => (at === step ? changed(item, rest, to) : item) as unknown);
  const inner = changed((root as Record<string, unknown>)[step], rest, to);
  const others = Object.entries(root as object).filter(([key]) => key !== step);
  // Through JSON, so that `__proto__` becomes a field like any other.
  const members = inner === undefined ? others : [...others, [step, inner]];
  return JSON.parse(
    `{${members.map(([key, one]) => `${JSON.stringify(key)}:${JSON.stringify(one)}`).join(',')}}`,
  );
}

function* objectMutations(node: Node, value: object, path: Path, root: unknown): Generator<Mutation> {
  const at = path.join('.');
  for (const name of node.required ?? [])
    yield {
      at: [...path, name].join('.'),
      what: 'left out',
      value: changed(root, [...path, name], undefined),
    };
  for (const extra of ['extra', '__proto__', 'constructor', 'prototype', 'toString'])
    yield { at, what: `with a field ${extra}`, value: changed(root, [...path, extra], { polluted: true }) };
  for (const [name, inner] of Object.entries(node.properties ?? {}))
    yield* mutationsAt(inner, (value as Record<string, unknown>)[name], [...path, name], root);
}

function* arrayMutations(
  node: Node,
  value: readonly unknown[],
  path: Path,
  root: unknown,
): Generator<Mutation> {
  if (node.maxItems !== undefined && value.length > 0) {
    const many = Array.from({ length: node.maxItems + 1 }, () => value[0]);
    yield { at: path.join('.'), what: 'too many items', value: changed(root, path, many) };
  }
  if (node.items !== undefined && value.length > 0)
    yield* mutationsAt(node.items, value[0], [...path, 0], root);
}

/** Whether the constants of a choice are those of the value. */
const isMeant = ({ properties = {} }: Node, value: unknown): boolean =>
  Object.entries(properties).every(
    ([name, { const: only }]) =>
      only === undefined || (value as Record<string, unknown> | null)?.[name] === only,
  );

function* mutationsAt(node: Node, value: unknown, path: Path, root: unknown): Generator<Mutation> {
  const at = path.join('.');
  const choices = node.anyOf ?? node.oneOf?.filter((one) => isMeant(one, value)) ?? [node];
  const nullable = choices.some(({ type }) => type === 'null');
  const real = choices.filter(({ type }) => type !== 'null');
  if (!nullable) yield { at, what: 'null', value: changed(root, path, null) };
  // What every choice refuses.
  const [first, ...others] = real.map((choice) => new Map(badLeaves(choice)));
  for (const [what, bad] of first ?? [])
    if (others.every((other) => other.has(what))) yield { at, what, value: changed(root, path, bad) };
  const [only] = real;
  if (only?.type === 'object' && value !== null) yield* objectMutations(only, value as object, path, root);
  if (only?.type === 'array' && Array.isArray(value)) yield* arrayMutations(only, value, path, root);
}

const nodeOf = (schema: z.ZodType): Node =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Node;

/** Every way of spoiling a valid value in one place, made from what the schema says of itself. */
export const mutationsOf = (schema: z.ZodObject, valid: object): Mutation[] => [
  ...mutationsAt(nodeOf(schema), valid, [], valid),
];

const queryNumbers = [
  '',
  '-1',
  '1.5',
  '1e2',
  '0x10',
  ' 5',
  '5 ',
  '05',
  '٥',
  'NaN',
  'Infinity',
  'true',
  'null',
  '9007199254740993',
  '[object Object]',
];

const queryTexts = (node: Node): string[] => {
  if (node.type !== 'integer')
    return badTexts(node).flatMap(([, text]) => (typeof text === 'string' ? [text] : []));
  return [...queryNumbers, String(node.minimum! - 1), String(node.maximum! + 1)];
};

/** Every way of spoiling a query, as search strings without their question mark. */
export function badQueries(schema: z.ZodObject, valid: Readonly<Record<string, string>>): Mutation[] {
  const found: Mutation[] = [];
  const node = nodeOf(schema);
  const required = (node.required ?? []).map((name): [string, string] => [name, valid[name] ?? '']);
  const add = (at: string, what: string, ...pairs: readonly (readonly [string, string])[]): void => {
    const all = [...required.filter(([name]) => name !== at), ...pairs];
    found.push({ at, what, value: all.map((pair) => pair.map(encodeURIComponent).join('=')).join('&') });
  };
  for (const [name] of required) add(name, 'left out');
  for (const [name, inner] of Object.entries(node.properties ?? {})) {
    add(name, 'twice', [name, '1'], [name, '1']);
    add(`${name}[]`, 'as a list', [`${name}[]`, '1']);
    add(`${name}[$gt]`, 'as an operator', [`${name}[$gt]`, '1']);
    for (const text of queryTexts(inner)) add(name, JSON.stringify(text).slice(0, 40), [name, text]);
  }
  for (const extra of ['extra', '__proto__', 'constructor']) add(extra, 'unknown', [extra, '1']);
  return found;
}

/** Texts that are no id of that prefix, as they stand in a path. */
export const badIds = (prefix: string): string[] => [
  'null',
  'undefined',
  '1',
  '__proto__',
  'constructor',
  'toString',
  prefix,
  `${prefix}_`,
  `${prefix}_ABC`,
  `${prefix}_1.0`,
  `${prefix}_${'z'.repeat(13)}`,
  `${prefix.toUpperCase()}_1`,
  `xyz_1`,
  '%00',
  `${prefix}_1%00`,
  `${prefix}_1%0a`,
  '..%2f..%2fetc%2fpasswd',
  '%F0%9F%8D%95',
  'x'.repeat(500),
];
