import { expect } from 'chai';
import { deadExports } from '../../../scripts/tidy/exports.ts';
import { measure } from '../../../scripts/tidy/figures.ts';
import { slipped, tightened } from '../../../scripts/tidy/ratchet.ts';
import { modules } from './tree.ts';

type Tree = Readonly<Record<string, string>>;
const values = (tree: Tree) =>
  Object.fromEntries(Object.entries(measure(modules(tree))).map(([name, { value }]) => [name, value]));
const dead = (tree: Tree) =>
  deadExports(modules(tree)).map(({ path, message }) => `${path} ${message.split(' ')[0]}`);

describe('tidy: figures', () => {
  it('measures the longest file, the median file and the longest function in lines', () => {
    const figures = values({
      'server/src/a.ts': 'const f = () => {\n  g();\n  h();\n};\n',
      'server/src/b.ts': '1;\n'.repeat(9),
      'server/src/c.ts': '1;\n',
    });
    expect(figures).to.include({ longestFile: 9, medianFile: 4, longestFunction: 4 });
  });

  it('counts any where it is a type, not where it is a word', () => {
    expect(
      values({ 'shared/src/a.ts': 'let x: any; let y: any[]; const any = 1; // any\n' })['any'],
    ).to.equal(2);
  });

  it('counts commented-out code and leaves prose and examples in documentation alone', () => {
    const code = ['// const x = 1;', '// if (x) {\n//   g();\n// }', '/* return f(x); */'];
    for (const text of code)
      expect(values({ 'shared/src/a.ts': text })['commentedOutCode'], text).to.equal(1);
    const prose = [
      '// for the market (and the book); see below',
      '/** const x = 1; */',
      '// if it fails, the writer stops',
    ];
    for (const text of prose)
      expect(values({ 'shared/src/a.ts': text })['commentedOutCode'], text).to.equal(0);
  });

  it('weighs comments against written lines, and tests against sources', () => {
    const figures = values({ 'shared/src/a.ts': '// why\n1;\n\n2;\n3;\n', 'test/a.spec.ts': '1;\n2;\n' });
    expect(figures).to.include({ commentShare: 0.25, testRatio: 0.4 });
  });
});

describe('tidy: dead exports', () => {
  it('finds names that nobody imports', () => {
    const tree = {
      'server/src/kernel/a.ts': 'export const used = 1; export const unused = 2; export function alone() {}',
      'server/src/main.ts': "import { used } from './kernel/a.ts'; used;",
    };
    expect(dead(tree)).to.deep.equal(['server/src/kernel/a.ts unused', 'server/src/kernel/a.ts alone']);
  });

  it('follows names through re-exports to where they are declared', () => {
    const tree = {
      'shared/src/values/money.ts': 'export const cents = 1; export const euros = 2; export const lire = 3;',
      'shared/src/values/index.ts': "export * from './money.ts';",
      'shared/src/all.ts': "export { cents as c, lire } from './values/index.ts';",
      'server/src/main.ts':
        "import { c } from '../../shared/src/all.ts'; import { euros } from '@piazza/shared/values';",
    };
    expect(dead(tree)).to.deep.equal(['shared/src/values/money.ts lire']);
  });

  it('takes a whole module as used where it is taken whole', () => {
    const takers = [
      "import * as a from './a.ts';",
      "await import('./a.ts');",
      "new URL('./a.ts', import.meta.url);",
    ];
    for (const taker of takers) {
      expect(
        dead({ 'server/src/a.ts': 'export const x = 1;', 'server/src/main.ts': taker }),
        taker,
      ).to.deep.equal([]);
    }
  });

  it('takes as used what a pattern of Vite gathers', () => {
    const tree = {
      'client/src/ui/Money/examples.tsx': 'export const money = 1;',
      'client/src/ui/Money/deep/examples.tsx': 'export const deep = 1;',
      'client/src/app/gallery.tsx': "import.meta.glob('../ui/*/examples.tsx', { eager: true });",
    };
    expect(dead(tree)).to.deep.equal(['client/src/ui/Money/deep/examples.tsx deep']);
  });

  it('leaves a type that another signature of its module speaks of', () => {
    const tree = { 'server/src/a.ts': 'export interface A { x: 1 }\nexport interface B { a: A }\n' };
    expect(dead(tree)).to.deep.equal(['server/src/a.ts B']);
  });
});

describe('tidy: ratchet', () => {
  const good = { longestFile: 200, commentShare: 0.08, testRatio: 1.2, any: 0 };

  it('lets every figure move within its goal', () => {
    expect(slipped(good, { ...good, longestFile: 100, testRatio: 2 })).to.deep.equal([]);
  });

  it('refuses a figure that is worse than goal and baseline', () => {
    expect(slipped({ ...good, longestFile: 481 }, { ...good, longestFile: 480 })).to.deep.equal([
      'longestFile',
    ]);
    expect(slipped({ ...good, testRatio: 0.4 }, { ...good, testRatio: 0.5 })).to.deep.equal(['testRatio']);
    expect(slipped({ ...good, commentShare: 0.2 }, good)).to.deep.equal(['commentShare']);
    expect(slipped({ ...good, any: 1 }, good)).to.deep.equal(['any']);
  });

  it('bears an old fault as long as it does not grow', () => {
    expect(slipped({ ...good, longestFile: 480 }, { ...good, longestFile: 480 })).to.deep.equal([]);
  });

  it('holds a figure without a baseline to its goal', () => {
    expect(slipped({ ...good, longestFile: 301 }, {})).to.deep.equal(['longestFile']);
  });

  it('keeps what got better and forgets what got worse', () => {
    const before = { ...good, longestFile: 480, testRatio: 0.5 };
    expect(tightened({ ...good, longestFile: 400, testRatio: 0.4 }, before)).to.include({
      longestFile: 400,
      testRatio: 0.5,
    });
  });
});
