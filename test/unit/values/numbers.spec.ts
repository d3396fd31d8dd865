import {
  addCents,
  basisPoints,
  cents,
  consideration,
  millis,
  priceCents,
  seq,
  shareOf,
  subtractCents,
  units,
} from '@piazza/shared/values';
import { expect } from 'chai';

const top = Number.MAX_SAFE_INTEGER;
const bottom = Number.MIN_SAFE_INTEGER;

describe('numbers that only their own parser makes', () => {
  const bounds: readonly (readonly [string, (value: number) => number, number, number])[] = [
    ['cents', cents, bottom, top],
    ['units', units, 0, top],
    ['price', priceCents, 1, top],
    ['basis points', basisPoints, 0, 10_000],
    ['seq', seq, 0, top],
    ['millis', millis, 0, top],
  ];
  for (const [what, make, least, most] of bounds) {
    it(`${what}: ${least} … ${most}, whole`, () => {
      expect(make(least)).to.equal(least);
      expect(make(most)).to.equal(most);
      for (const wrong of [least - 1, most + 1, 1.5, NaN, Infinity, -Infinity])
        expect(() => make(wrong), String(wrong)).to.throw(RangeError);
      expect(() => make('7' as unknown as number)).to.throw(RangeError);
    });
  }

  it('refuses a sum, a difference or a product that leaves the safe integers', () => {
    expect(addCents(cents(top), cents(0))).to.equal(top);
    expect(() => addCents(cents(top), cents(1))).to.throw(RangeError);
    expect(subtractCents(cents(bottom), cents(0))).to.equal(bottom);
    expect(() => subtractCents(cents(bottom), cents(1))).to.throw(RangeError);
    expect(consideration(priceCents(99_999), units(1_000_000_000))).to.equal(99_999_000_000_000);
    expect(() => consideration(priceCents(99_999), units(top))).to.throw(RangeError);
  });

  it('takes a share down to the whole cent', () => {
    expect(shareOf(cents(199), basisPoints(100))).to.equal(1);
    expect(shareOf(cents(99), basisPoints(100))).to.equal(0);
    expect(shareOf(cents(-199), basisPoints(100))).to.equal(-1);
    expect(shareOf(cents(top), basisPoints(10_000))).to.equal(top);
  });
});
