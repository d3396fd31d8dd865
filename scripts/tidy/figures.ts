import { deadExports } from './exports.ts';
import { parses, walk, type Comment, type Module, type Offence } from './source.ts';

/** A measure of the code, with the places where it is worst. */
export interface Figure {
  readonly value: number;
  readonly where: readonly Offence[];
}

const isTest = (path: string): boolean => path.startsWith('test/');
const linesOf = ({ text }: Module): number => text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const rounded = (value: number): number => Math.round(value * 1000) / 1000;

function largest(all: readonly (Offence & { readonly size: number })[]): Figure {
  const [first, ...rest] = all.toSorted((a, b) => b.size - a.size);
  if (first === undefined) return { value: 0, where: [] };
  return { value: first.size, where: [first, ...rest.slice(0, 2)] };
}

function longestFile(modules: readonly Module[]): Figure {
  const sizes = modules.map((module) => ({ size: linesOf(module), path: module.path, line: 1 }));
  return largest(sizes.map((each) => ({ ...each, message: `${each.size} lines` })));
}

function medianFile(modules: readonly Module[]): Figure {
  const sizes = modules.map(linesOf).toSorted((a, b) => a - b);
  return { value: sizes[Math.floor(sizes.length / 2)] ?? 0, where: [] };
}

const functionTypes = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

function longestFunction(modules: readonly Module[]): Figure {
  const sizes: (Offence & { size: number })[] = [];
  for (const module of modules) {
    walk(module.program, (node) => {
      if (!functionTypes.has(node.type)) return;
      const line = module.lineOf(node.start);
      const size = module.lineOf(node.end) - line + 1;
      sizes.push({ size, path: module.path, line, message: `a function of ${size} lines` });
    });
  }
  return largest(sizes);
}

function anyTypes(modules: readonly Module[]): Figure {
  const where: Offence[] = [];
  for (const module of modules) {
    walk(module.program, (node) => {
      if (node.type !== 'TSAnyKeyword') return;
      where.push({ path: module.path, line: module.lineOf(node.start), message: 'any' });
    });
  }
  return { value: where.length, where };
}

/** Comments that stand on lines following one another read as one text. */
function paragraphs(module: Module): readonly (readonly Comment[])[] {
  const groups: Comment[][] = [];
  for (const comment of module.comments) {
    const last = groups.at(-1)?.at(-1);
    const follows =
      last?.type === 'Line' &&
      comment.type === 'Line' &&
      module.lineOf(comment.start) === module.lineOf(last.start) + 1 &&
      module.text.slice(last.end, comment.start).trim() === '';
    if (follows) groups.at(-1)?.push(comment);
    else groups.push([comment]);
  }
  return groups;
}

const looksLikeCode =
  /^\s*(?:import|export|const|let|return|if|for|while|await|throw|function)\b.*[({;=]|[;{}]\s*$/m;
const directive = /^\s*(?:oxlint|eslint|prettier|c8|v8)[- ]/;

function isCode(comments: readonly Comment[]): boolean {
  const text = comments.map(({ value }) => value).join('\n');
  if (text.startsWith('*') || directive.test(text) || !looksLikeCode.test(text)) return false;
  return parses(`async function* fragment() {${text}\n}`) || parses(text);
}

function commentedOutCode(modules: readonly Module[]): Figure {
  const where = modules.flatMap((module) =>
    paragraphs(module)
      .filter(isCode)
      .map(([first]) => ({
        path: module.path,
        line: module.lineOf(first?.start ?? 0),
        message: 'commented-out code',
      })),
  );
  return { value: where.length, where };
}

function commentShare(modules: readonly Module[]): Figure {
  const commentLines = modules.map((module) => {
    const lines = new Set<number>();
    for (const { start, end } of module.comments) {
      for (let line = module.lineOf(start); line <= module.lineOf(end); line += 1) lines.add(line);
    }
    return lines.size;
  });
  const written = modules.map(({ text }) => text.split('\n').filter((line) => line.trim() !== '').length);
  return { value: rounded(sum(commentLines) / Math.max(1, sum(written))), where: [] };
}

/** The simulation that the tests play is a program of its own. */
const proves = (path: string): boolean => isTest(path) || path.startsWith('scripts/simulate/');

function testRatio(modules: readonly Module[], of: (path: string) => boolean): Figure {
  const linesWhere = (pick: (path: string) => boolean) =>
    sum(modules.filter(({ path }) => pick(path)).map((module) => linesOf(module)));
  return { value: rounded(linesWhere(proves) / Math.max(1, linesWhere(of))), where: [] };
}

/** All figures of the project. What is measured on sources leaves the tests out. */
export function measure(modules: readonly Module[]): Readonly<Record<string, Figure>> {
  const sources = modules.filter(({ path }) => !isTest(path));
  const dead = deadExports(modules);
  return {
    longestFile: longestFile(modules),
    longestFunction: longestFunction(sources),
    medianFile: medianFile(sources),
    any: anyTypes(modules),
    commentedOutCode: commentedOutCode(modules),
    deadExports: { value: dead.length, where: dead },
    commentShare: commentShare(sources),
    testRatio: testRatio(modules, (path) => /^(?:shared|server|client)\//.test(path)),
  };
}
