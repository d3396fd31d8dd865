import { expect } from 'chai';
import { csv } from '../../../server/src/api/csv.ts';

const cellsOf = (...values: string[]): string => csv([values]).slice(1, -2);

describe('CSV', () => {
  it('begins with a byte order mark and ends each row with CR LF', () => {
    expect(
      csv([
        ['a', 'b'],
        ['c', 'è'],
      ]),
    ).to.equal('\uFEFFa,b\r\nc,è\r\n');
  });
  it('keeps commas, quotes and line ends inside their cell', () => {
    expect(cellsOf('a,b', 'a"b', 'a\nb', 'a\rb', '')).to.equal('"a,b","a""b","a\nb","a\rb",');
  });
  for (const formula of [
    '=1+1',
    '+1',
    '@SUM(A1)',
    '-cmd',
    '\t=1',
    '\r=1',
    '=HYPERLINK("x")',
    '-1+1',
    '--1',
    '-',
  ])
    it(`makes no formula of ${JSON.stringify(formula)}`, () => {
      expect(cellsOf(formula).replace(/^"/, '')).to.match(/^'/);
    });
  it('leaves numbers below zero numbers', () => {
    expect(cellsOf('-1', '-1250.00', '0.00', '12')).to.equal('-1,-1250.00,0.00,12');
  });
});
