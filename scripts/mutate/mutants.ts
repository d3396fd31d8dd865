import { child, type Module, type Node } from '../tidy/source.ts';

/** A small change to one place of the code, which a test should notice. */
export interface Mutant {
  readonly id: number;
  readonly path: string;
  readonly line: number;
  readonly before: string;
  readonly after: string;
}
/** A file in which every mutant sleeps: `__mutant(id)` says whether it is the one awake. */
export interface Mutated {
  readonly text: string;
  readonly mutants: readonly Mutant[];
}

const swapped: Readonly<Record<string, readonly string[]>> = {
  '<': ['<='],
  '<=': ['<'],
  '>': ['>='],
  '>=': ['>'],
  '===': ['!=='],
  '!==': ['==='],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
  '&&': ['||'],
  '||': ['&&'],
  '+=': ['-='],
  '-=': ['+='],
};

const isText = (node: Node | undefined): boolean =>
  node?.type === 'TemplateLiteral' || (node?.type === 'Literal' && typeof node['value'] === 'string');

function ofLiteral({ value }: Node): string[] {
  if (typeof value === 'boolean') return [String(!value)];
  return typeof value === 'number' ? [String(value + 1)] : [];
}

/** What an expression might be instead. */
function instead(node: Node, parent: Node | undefined, raw: (node: Node | undefined) => string): string[] {
  const [left, right] = [child(node, 'left'), child(node, 'right')];
  const found: string[] = [];
  switch (node.type) {
    case 'BinaryExpression':
    case 'LogicalExpression':
    case 'AssignmentExpression':
      if (isText(left) || isText(right)) break;
      if (node['operator'] === '??') found.push(raw(left));
      for (const other of swapped[String(node['operator'])] ?? [])
        found.push(`${raw(left)} ${other} ${raw(right)}`);
      break;
    case 'UnaryExpression':
      if (node['operator'] === '!' || node['operator'] === '-') found.push(raw(child(node, 'argument')));
      break;
    case 'ConditionalExpression':
      found.push(raw(child(node, 'alternate')), raw(child(node, 'consequent')));
      break;
    case 'ArrayExpression':
      if ((node['elements'] as readonly unknown[]).length > 0) found.push('[]');
      break;
    case 'Literal':
      found.push(...ofLiteral(node));
      break;
    default:
  }
  if (parent?.type === 'IfStatement' && child(parent, 'test') === node) found.push('true', 'false');
  return found;
}

/** Nodes below, as far as they are code that runs and no name. */
function below(node: Node): Node[] {
  if (node.type === 'ImportDeclaration' || node.type === 'TemplateElement') return [];
  const fields = Object.entries(node).filter(
    ([field]) => !(field === 'key' || field === 'property' || field === 'label') || node['computed'] === true,
  );
  const inner = fields.flatMap(([, value]) => (Array.isArray(value) ? (value as unknown[]) : [value]));
  const wrapped = /^TS(?:As|NonNull|Satisfies)Expression$/;
  return inner
    .filter((one): one is Node => typeof (one as Node | null)?.type === 'string')
    .filter(({ type }) => !type.startsWith('TS') || wrapped.test(type))
    .toSorted((a, b) => a.start - b.start);
}

const removable = (node: Node): boolean =>
  node.type === 'ExpressionStatement' && child(node, 'expression')?.type === 'CallExpression';

/** Writes every mutant into the module, asleep. @param first id of the first */
export function mutate({ path, text, program, lineOf }: Module, first: number): Mutated {
  const mutants: Mutant[] = [];
  const raw = (node: Node | undefined): string =>
    node === undefined ? '' : text.slice(node.start, node.end);
  const add = (node: Node, after: string): number => {
    const id = first + mutants.length;
    mutants.push({ id, path, line: lineOf(node.start), before: raw(node), after });
    return id;
  };
  const emit = (node: Node, parent?: Node): string => {
    let out = '';
    let at = node.start;
    for (const inner of below(node)) {
      if (inner.start < at) continue;
      out += text.slice(at, inner.start) + emit(inner, node);
      at = inner.end;
    }
    out += text.slice(at, node.end);
    for (const other of instead(node, parent, raw))
      out = `(__mutant(${add(node, other)})?(${other}):(${out}))`;
    return removable(node) ? `{if(!__mutant(${add(node, '')})){${out}}}` : out;
  };
  return { text: text.slice(0, program.start) + emit(program) + text.slice(program.end), mutants };
}
