import { parseSync } from 'vite';

/** A file of the checkout: its path from the root with forward slashes, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** A node of the syntax tree, as ESTree and TypeScript-ESTree name them. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

export interface Comment {
  readonly type: 'Line' | 'Block';
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** A parsed module. */
export interface Module extends SourceFile {
  readonly program: Node;
  readonly comments: readonly Comment[];
  /** The line of an offset, from 1. */
  readonly lineOf: (offset: number) => number;
}

/** Something that must not be there. */
export interface Offence {
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

function lineIndex(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}

/** Whether the text is a whole module of TypeScript. */
export const parses = (text: string): boolean => parseSync('fragment.ts', text).errors.length === 0;

/** @throws SyntaxError when the file is no TypeScript. */
export function parse(file: SourceFile): Module {
  const { program, comments, errors } = parseSync(file.path, file.text, { sourceType: 'module' });
  if (errors.length > 0) throw new SyntaxError(`${file.path}: ${errors[0]?.message}`);
  return { ...file, program: program as unknown as Node, comments, lineOf: lineIndex(file.text) };
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/** Visits a node and all below it, parents first. */
export function walk(node: Node, visit: (node: Node, parent: Node | undefined) => void, parent?: Node): void {
  visit(node, parent);
  for (const value of Object.values(node)) {
    if (isNode(value)) walk(value, visit, node);
    else if (Array.isArray(value)) {
      for (const item of value) if (isNode(item)) walk(item, visit, node);
    }
  }
}

/** The node in a field, when there is one. */
export const child = (node: Node | undefined, field: string): Node | undefined => {
  const value = node?.[field];
  return isNode(value) ? value : undefined;
};

/** The nodes of a field that holds a list. */
export const children = (node: Node, field: string): readonly Node[] => {
  const value = node[field];
  return Array.isArray(value) ? value.filter(isNode) : [];
};

/** The name of an identifier, or the text of a string literal. */
export const nameOf = (node: Node | undefined): string | undefined => {
  if (node?.type === 'Identifier') return String(node['name']);
  return node?.type === 'Literal' && typeof node['value'] === 'string' ? node['value'] : undefined;
};
