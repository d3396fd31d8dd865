import { expect } from 'chai';
import {
  mayHaveTerms,
  outlookOf,
  readWidth,
  termsAsked,
} from '../../../../client/src/features/trading-desk/terms.ts';

describe('MKD-17: the terms of one call, as an operator writes them', () => {
  const widths: readonly (readonly [string, number | null])[] = [
    ['15', 1_500],
    ['12.5', 1_250],
    ['12,5 %', 1_250],
    ['10', 1_000],
    ['20', 2_000],
    ['9.99', null],
    ['20.01', null],
    ['-15', null],
    ['abc', null],
    ['', null],
  ];
  for (const [typed, bps] of widths)
    it(`a width of “${typed}” is ${bps ?? 'none'}`, () => {
      expect(readWidth(typed)).to.equal(bps);
    });

  it('are asked for where one of both is written, and both that are written are right', () => {
    const asked = (reference: string, width: string, cents: number | null) =>
      termsAsked({ reference, width }, cents);
    expect(asked('', '', null)).to.equal(null);
    expect(asked('30', '', 3_000)).to.deep.equal({ reference: 3_000, collarBps: null });
    expect(asked('', '15', null)).to.deep.equal({ reference: null, collarBps: 1_500 });
    expect(asked('30', '15', 3_000)).to.deep.equal({ reference: 3_000, collarBps: 1_500 });
    // Off its tick, no price, no width: nothing is sent.
    expect(asked('30.10', '15', 3_010)).to.equal(null);
    expect(asked('x', '15', null)).to.equal(null);
    expect(asked('30', '50', 3_000)).to.equal(null);
  });

  it('the outlook tells the collar, and whether what the orders give lies inside', () => {
    const book = { bids: [[3_200, 25]], asks: [[3_200, 40]] } as const;
    expect(outlookOf(book, 2_500, 1_000)).to.deep.equal({
      reference: 2_500,
      widthBps: 1_000,
      low: 2_250,
      high: 2_750,
      found: { price: 3_200, volume: 25, inside: false },
    });
    expect(outlookOf(book, 3_000, 1_500)).to.deep.include({ low: 2_550, high: 3_450 });
    for (const [reference, inside] of [
      [2_910, true],
      [2_908, false],
      [3_554, true],
      [3_556, false],
    ] as const)
      expect(outlookOf(book, reference, 1_000).found?.inside, String(reference)).to.equal(inside);
    expect(outlookOf({ bids: [], asks: [[3_200, 40]] }, 2_500, 1_000).found).to.equal(null);
  });

  it('can be given before orders gather and where these stand still', () => {
    const market = { model: 'auction', blocked: false } as const;
    const phases = ['closed', 'pre_open', 'call', 'freeze', 'uncross', 'continuous', 'halted'] as const;
    const may = (one: Parameters<typeof mayHaveTerms>[1]) =>
      phases.filter((phase) => mayHaveTerms(phase, one));
    expect(may(market)).to.deep.equal(['closed', 'pre_open', 'halted']);
    expect(may({ ...market, blocked: true })).to.deep.equal(['closed', 'pre_open']);
    expect(may({ ...market, model: 'bulletin' })).to.deep.equal([]);
  });
});
