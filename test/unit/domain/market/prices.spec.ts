import { isPrice } from '@piazza/shared/values';
import { expect } from 'chai';
import { Impossible } from '../../../../server/src/domain/core/index.ts';
import {
  levelAtOrAbove,
  levelAtOrBelow,
  levelOfPrice,
  levels,
  priceOfLevel,
} from '../../../../server/src/domain/market/prices.ts';

const all = Array.from({ length: 100_100 }, (_, cents) => cents);
const admitted = all.filter(isPrice);

describe('the levels of a book (MKD-5)', () => {
  it('are the admitted prices, the cheapest first', () => {
    expect(levels).to.equal(admitted.length);
    expect(admitted.map(levelOfPrice)).to.deep.equal(admitted.map((_, at) => at + 1));
    expect(admitted.map((price) => priceOfLevel(levelOfPrice(price)))).to.deep.equal(admitted);
  });

  it('are found from any amount, downwards and upwards, the last ones beyond both ends', () => {
    let [below, at] = [1, 0];
    for (const cents of all) {
      if (cents === admitted[at]) [below, at] = [at + 1, at + 1];
      const above = cents <= (admitted[below - 1] ?? 0) ? below : Math.min(below + 1, levels);
      if (levelAtOrBelow(cents) !== below || levelAtOrAbove(cents) !== above)
        expect([cents, levelAtOrBelow(cents), levelAtOrAbove(cents)]).to.deep.equal([cents, below, above]);
    }
    expect([levelAtOrBelow(200_000), levelAtOrAbove(200_000)]).to.deep.equal([levels, levels]);
    expect([levelAtOrBelow(-5), levelAtOrAbove(-5)]).to.deep.equal([1, 1]);
  });

  it('of no admitted price, and prices of no level, are a bug', () => {
    for (const price of [0, 99, 1_001, 100_000, -1, 0.5])
      expect(() => levelOfPrice(price)).to.throw(Impossible);
    for (const level of [0, levels + 1, -1, 1.5]) expect(() => priceOfLevel(level)).to.throw(Impossible);
  });
});
