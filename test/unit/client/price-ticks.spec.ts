import { isPrice } from '@piazza/shared/values';
import { expect } from 'chai';
import { nearPrices, neighbour } from '../../../client/src/ui/PriceInput/ticks.ts';

describe('stepping a price by its tick', () => {
  it('visits every admitted price once, up and down, across the bands', () => {
    const all: number[] = [];
    for (let cents = 100; cents < 100_000; cents += 1) if (isPrice(cents)) all.push(cents);
    const up: number[] = [100];
    for (let at = neighbour(100, 1); at !== null; at = neighbour(at, 1)) up.push(at);
    expect(up).to.deep.equal(all);
    const down: number[] = [all.at(-1) ?? 0];
    for (let at = neighbour(down[0] ?? 0, -1); at !== null; at = neighbour(at, -1)) down.push(at);
    expect(down.toReversed()).to.deep.equal(all);
  });

  it('names the prices beside an amount between two ticks, and none beside a price', () => {
    expect(nearPrices(2_513)).to.deep.equal([2_500, 2_520]);
    expect(nearPrices(1_999)).to.deep.equal([1_990, 2_000]);
    expect(nearPrices(2_001)).to.deep.equal([2_000, 2_020]);
    expect(nearPrices(2_500)).to.deep.equal([]);
    expect(nearPrices(99)).to.deep.equal([]);
    expect(nearPrices(99_700)).to.deep.equal([99_500]);
  });
});
