import { cents, formatAmount, parseAmount } from '@piazza/shared/values';
import { expect } from 'chai';

describe('amounts on the wire (MNY-5)', () => {
  const forms: readonly (readonly [string, number])[] = [
    ['0.00', 0],
    ['0.01', 1],
    ['0.10', 10],
    ['1.00', 100],
    ['-0.01', -1],
    ['-12.30', -1_230],
    ['1250.00', 125_000],
    ['9999999999999.99', 999_999_999_999_999],
  ];
  for (const [text, value] of forms) {
    it(`${text} is ${value} cents, both ways`, () => {
      expect(parseAmount(text)).to.equal(value);
      expect(formatAmount(cents(value))).to.equal(text);
    });
  }

  const odd = [
    '',
    ' ',
    '.',
    '1',
    '1.',
    '1.0',
    '1.000',
    '.50',
    '01.00',
    '00.00',
    '-0.00',
    '--1.00',
    '+1.00',
    '1,00',
    '1 000.00',
    '1_000.00',
    '1.000,00',
    '1e3',
    '1.0e1',
    '0x10.00',
    'NaN',
    'Infinity',
    ' 1.00',
    '1.00 ',
    '1.00\n',
    '١.٠٠',
    '1.00€',
    '10000000000000.00',
  ];
  for (const text of odd) {
    it(`refuses ${JSON.stringify(text)}, and never rounds`, () => {
      expect(() => parseAmount(text)).to.throw(RangeError);
    });
  }
});
