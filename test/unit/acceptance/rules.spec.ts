import { expect } from 'chai';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const read = (folder: string, ending: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(ending) && !path.includes('acceptance'))
    .map((path) => readFileSync(join(root, folder, path), 'utf8'));
const promise = /\b[A-Z]{3}-[0-9]+\b/g;
const law = /art\.|Annex|Regulation|Directive|regulation|directive/;

interface Rule {
  readonly number: string;
  readonly asks: string;
  readonly source: string;
  readonly promises: readonly string[];
}

/** The rows of the table, whose first cell is the number of a section and of a rule in it. */
const rules: Rule[] = readFileSync(join(root, 'docs/acceptance/rules.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| *[0-9]/.test(line))
  .map((line) => {
    const [, number = '', asks = '', source = '', promises = ''] = line.split('|').map((cell) => cell.trim());
    return { number, asks, source, promises: promises.match(promise) ?? [] };
  });

describe('the rules that the promises hold', () => {
  const promised = new Set(
    readdirSync(join(root, 'docs/acceptance'))
      .filter((name) => name !== 'rules.md')
      .flatMap((name) => {
        const text = readFileSync(join(root, 'docs/acceptance', name), 'utf8');
        return [...text.matchAll(/^- \*\*([A-Z]+-[0-9]+)\*\*/gm)].map(([, id]) => id ?? '');
      }),
  );
  const cited = new Set(read('test', '.spec.ts').flatMap((text) => text.match(promise) ?? []));
  const named = [...new Set(rules.flatMap(({ promises }) => promises))];

  it('stand once each, in every section that has any', () => {
    const numbers = rules.map(({ number }) => number);
    expect(numbers.filter((number, at) => numbers.indexOf(number) !== at)).to.deep.equal([]);
    expect(new Set(numbers.map((number) => number.split('.')[0]))).to.include.keys('2', '3', '4', '5', '8');
  });
  it('each say what they ask and have a promise', () => {
    expect(rules.filter(({ asks, promises }) => asks === '' || promises.length === 0)).to.deep.equal([]);
  });
  it('each name the law they come from, or say that it is none', () => {
    expect(
      rules.filter(({ source }) => !law.test(source) && !/^(?:Design|Practice)$/.test(source)),
    ).to.deep.equal([]);
  });
  it('rest on promises that stand, each of which a test cites', () => {
    expect(named.filter((id) => !promised.has(id))).to.deep.equal([]);
    expect(named.filter((id) => !cited.has(id))).to.deep.equal([]);
  });
});
