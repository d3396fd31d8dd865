import { expect } from 'chai';
import * as fc from 'fast-check';
import { readEuro, readWhole, writeEuro } from '../../../client/src/ui/EuroInput/read.ts';
import { property } from '../../support/property.ts';

describe('amounts as people write them', () => {
  const cases: readonly (readonly [text: string, en: number | null, it: number | null])[] = [
    ['1250', 125_000, 125_000],
    ['€ 1250', 125_000, 125_000],
    ['1 250', 125_000, 125_000],
    ['1,250', 125_000, null],
    ['1.250', null, 125_000],
    ['1,250.50', 125_050, 125_050],
    ['1.250,50', 125_050, 125_050],
    ['12,5', 1_250, 1_250],
    ['12.50', 1_250, 1_250],
    ['1,250,000', 125_000_000, null],
    ['1,25,000', null, null],
    ['1.250.50', null, null],
    ['1,250,50', null, null],
    ['1250.505', null, null],
    ['-5', null, null],
    ['1e3', null, null],
    ['', null, null],
    ['.50', null, null],
    ['99999999999999999', null, null],
  ];
  for (const [text, en, it_] of cases)
    it(`reads "${text}" as ${en ?? 'nothing'} in English and ${it_ ?? 'nothing'} in Italian`, () => {
      expect(readEuro(text, 'en')).to.equal(en);
      expect(readEuro(text, 'it')).to.equal(it_);
    });

  it('reads whole numbers with the groups of the language', () => {
    expect(readWhole('1,200', 'en')).to.equal(1_200);
    expect(readWhole('1.200', 'it')).to.equal(1_200);
    expect(readWhole('1.200', 'en')).to.equal(null);
    expect(readWhole('12.5', 'en')).to.equal(null);
  });

  const amount = fc.integer({ min: 0, max: 10 ** 13 });
  property('reads what it writes', 200, [amount, fc.constantFrom('en', 'it')], (value, locale) => {
    expect(readEuro(writeEuro(value, locale), locale)).to.equal(value);
  });
});
