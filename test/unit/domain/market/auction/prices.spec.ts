import { isPrice } from '@piazza/shared/values';
import { expect } from 'chai';
import { Impossible } from '../../../../../server/src/domain/core/index.ts';
import { levelOfPrice, levels, priceOfLevel } from '../../../../../server/src/domain/market/prices.ts';

describe('the levels of the price ladder', () => {
  const admitted = Array.from({ length: 100_001 }, (_, price) => price).filter((price) => isPrice(price));

  it('are the admitted prices in rising order, from €1', () => {
    const prices = Array.from({ length: levels }, (_, n) => priceOfLevel(n + 1));
    expect(prices).to.deep.equal(admitted);
    expect(priceOfLevel(1)).to.equal(100);
    expect(priceOfLevel(levels)).to.equal(99_500);
  });

  it('lead back to their prices', () => {
    for (const [n, price] of admitted.entries()) expect(levelOfPrice(price)).to.equal(n + 1);
  });

  it('exist for nothing else: who asks has a bug', () => {
    for (const price of [0, -100, 99, 201, 100.5, 99_501, 99_999, 100_000, 2 ** 31, Number.NaN])
      expect(() => levelOfPrice(price), String(price)).to.throw(Impossible);
    for (const level of [0, -1, 1.5, levels + 1, Number.NaN])
      expect(() => priceOfLevel(level), String(level)).to.throw(Impossible);
  });
});
