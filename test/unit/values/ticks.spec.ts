import { isPrice, tickCents } from '@piazza/shared/values';
import { expect } from 'chai';

// RTS 11, least liquid band, as DOMAIN §6 gives it: from, to (euro), tick (euro).
const table: readonly (readonly [number, number, number])[] = [
  [1, 2, 0.01],
  [2, 5, 0.02],
  [5, 10, 0.05],
  [10, 20, 0.1],
  [20, 50, 0.2],
  [50, 100, 0.5],
  [100, 200, 1],
  [200, 500, 2],
  [500, 1_000, 5],
];

describe('ticks', () => {
  for (const [from, to, euro] of table) {
    const tick = Math.round(euro * 100);
    it(`€${from} to €${to}: ${tick} cents`, () => {
      expect(tickCents(from * 100)).to.equal(tick);
      expect(tickCents(to * 100 - 1)).to.equal(tick);
      const admitted = [];
      for (let price = from * 100; price < to * 100; price += 1) if (isPrice(price)) admitted.push(price);
      expect(admitted).to.deep.equal(
        Array.from({ length: ((to - from) * 100) / tick }, (_, n) => from * 100 + n * tick),
      );
    });
  }
  it('admits nothing below €1, from €1,000, or that is no whole number of cents', () => {
    for (const price of [0, 1, 99, 100_000, 100_500, -100, 100.5, NaN, Infinity, -Infinity]) {
      expect(isPrice(price), String(price)).to.equal(false);
    }
    expect(tickCents(99)).to.equal(null);
    expect(tickCents(100_000)).to.equal(null);
    expect(tickCents(NaN)).to.equal(null);
  });
});
