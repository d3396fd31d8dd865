import type { AuctionResult, Candle, Trade } from '@piazza/shared/contract';
import type { Level } from '@piazza/shared/depth';
import { millis } from '@piazza/shared/values';
import { expect } from 'chai';
import { areaOf, frameOf, sums, unitsAt } from '../../../../client/src/ui/DepthChart/curve.ts';
import { rowsOf, scaleOf } from '../../../../client/src/ui/Ladder/rows.ts';
import {
  auctionPoints,
  chartSeconds,
  startOf,
  withTrades,
} from '../../../../client/src/ui/PriceChart/candles.ts';

const level = (price: number, quantity: number): Level => [price, quantity] as unknown as Level;

describe('the rows of a ladder', () => {
  it('sum up from the best price, keep empty places, and mark what would trade', () => {
    const rows = rowsOf([level(2520, 3), level(2480, 4)], 3, (price) => price >= 2500);
    expect(rows).to.deep.equal([
      { price: 2520, quantity: 3, total: 3, meets: true },
      { price: 2480, quantity: 4, total: 7, meets: false },
      null,
    ]);
  });

  it('have bars on a scale that rests while quantities move a little', () => {
    expect([0, 1, 3, 5, 6, 10, 11, 499, 501].map(scaleOf)).to.deep.equal([
      1, 1, 5, 5, 10, 10, 20, 500, 1_000,
    ]);
  });
});

describe('the curve of the depth', () => {
  const bids = sums([level(2480, 10), level(2460, 5)]);
  const asks = sums([level(2520, 2), level(2600, 28)]);
  const frame = frameOf(bids, asks);

  it('fits both sides into one frame', () => {
    expect(frame).to.deep.equal({ low: 2454, high: 2606, most: 30 });
    expect(frameOf([], [])).to.equal(null);
  });

  it('steps outwards from the best price, bids to the left edge and asks to the right', () => {
    if (frame === null) throw new Error('no frame');
    expect(areaOf(bids, 'bid', frame)).to.equal('M171 300H171V204H39V156H0V300Z');
    expect(areaOf(asks, 'ask', frame)).to.equal('M434 300H434V281H961V12H1000V300Z');
    expect(areaOf([], 'bid', frame)).to.equal('');
  });

  it('tells how many units wait at a price and the better ones', () => {
    expect([2500, 2480, 2470, 2460, 2400].map((price) => unitsAt(bids, 'bid', price))).to.deep.equal([
      0, 10, 10, 15, 15,
    ]);
    expect([2500, 2520, 2599, 2600].map((price) => unitsAt(asks, 'ask', price))).to.deep.equal([0, 2, 2, 30]);
  });
});

describe('candles that grow by trades', () => {
  const minute = 60_000;
  const noon = Date.UTC(2026, 10, 23, 11);
  const candle = (at: number, [open, high, low, close]: readonly number[], volume: number): Candle =>
    ({ at, open, high, low, close, volume }) as unknown as Candle;
  const trade = (number: number, at: number, price: number, quantity: number): Trade =>
    ({ number, at, price, quantity, aggressor: 'buy' }) as unknown as Trade;
  const read = [
    candle(noon - minute, [2500, 2500, 2500, 2500], 9),
    candle(noon, [2500, 2520, 2500, 2520], 4),
  ];

  it('leave what is over, and do not count again what was read', () => {
    const grown = withTrades(
      read,
      [trade(3, noon + 30_000, 2480, 2), trade(2, noon, 2520, 4), trade(1, noon - minute, 2500, 9)],
      '1m',
    );
    expect(grown[0]).to.equal(read[0]);
    expect(grown[1]).to.deep.equal(candle(noon, [2500, 2520, 2480, 2480], 4));
    expect(withTrades(read, [], '1m')).to.equal(read);
  });

  it('begin anew with the first trade of an interval, and count all of its units', () => {
    const later = noon + minute;
    const grown = withTrades(read, [trade(5, later + 5, 2600, 3), trade(4, later + 1, 2540, 2)], '1m');
    expect(grown[2]).to.deep.equal(candle(later, [2540, 2600, 2540, 2600], 5));
    expect(withTrades([], [trade(1, later, 2540, 2)], '5m')).to.deep.equal([
      candle(noon, [2540, 2540, 2540, 2540], 2),
    ]);
  });

  it('begin days at midnight in Rome, in winter and in summer', () => {
    const day = (text: string) => new Date(startOf(millis(Date.parse(text)), '1d')).toISOString();
    expect(day('2026-11-23T22:59:59Z')).to.equal('2026-11-22T23:00:00.000Z');
    expect(day('2026-11-23T23:00:00Z')).to.equal('2026-11-23T23:00:00.000Z');
    expect(day('2026-07-01T12:00:00Z')).to.equal('2026-06-30T22:00:00.000Z');
  });

  it('show the clock of Rome to a chart that knows no zones', () => {
    expect(chartSeconds(millis(Date.UTC(2026, 10, 23, 10)))).to.equal(Date.UTC(2026, 10, 23, 11) / 1_000);
  });

  it('carry the last price a call has found in their interval', () => {
    const auction = (at: number, price: number | null): AuctionResult =>
      ({ at, price }) as unknown as AuctionResult;
    const results = [auction(noon + 90_000, 2540), auction(noon + 70_000, 2520), auction(noon, null)];
    expect(auctionPoints([...results, auction(noon - 86_400_000, 2400)], '5m', noon)).to.deep.equal([
      { at: noon, price: 2540 },
    ]);
  });
});
