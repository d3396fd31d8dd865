import { expect } from 'chai';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { longMs } from '../../support/wait.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const { timeout } = JSON.parse(readFileSync(join(root, '.mocharc.json'), 'utf8')) as { timeout: number };
const specs = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.spec.ts'))
  .map((path) => ({ path, text: readFileSync(join(root, 'test', path), 'utf8') }));
const places = (pattern: RegExp, isWrong: (found: RegExpExecArray) => boolean): string[] =>
  specs.flatMap(({ path, text }) =>
    [...text.matchAll(pattern)].filter(isWrong).map(([found]) => `${path}: ${found}`),
  );
const number = (digits = ''): number => Number(digits.replaceAll('_', ''));

describe('on a machine that does other things too (docs/decisions/020)', () => {
  it('no test has less time than all of them', () => {
    expect(places(/this\.timeout\(([\d_]+)\)/g, ([, ms]) => number(ms) <= timeout)).to.deep.equal([]);
  });

  it('none waits in a browser for less time than all of them', () => {
    expect(places(/timeout: ([\d_]+) \}/g, ([, ms]) => number(ms) < longMs)).to.deep.equal([]);
  });

  it('none asserts at once what a browser shows, unless that is nothing at all: it waits for it', () => {
    const looks =
      /expect\(\s*await [^;]*?\.(?:count|isVisible|isChecked|isEnabled|inputValue|allTextContents)\(\)/g;
    const isHasty = ({ 0: { length }, input, index }: RegExpExecArray): boolean =>
      !/eventually\(\s*async \(\) =>\s*\{?\s*$/.test(input.slice(Math.max(0, index - 80), index)) &&
      !/^[^;]*\.to\.equal\(0\)/.test(input.slice(index + length));
    expect(places(looks, isHasty).filter((place) => place.startsWith('e2e/'))).to.deep.equal([]);
  });
});
