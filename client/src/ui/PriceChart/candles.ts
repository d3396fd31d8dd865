import type { AuctionResult, Candle, CandleInterval, Trade } from '@piazza/shared/contract';
import { endOfRomeDay, millis, romeOffset, units, type Millis } from '@piazza/shared/values';

const stepMs = { '1m': 60_000, '5m': 300_000, '1h': 3_600_000 };

/** Start of the interval that a moment belongs to; days are those of Europe/Rome. */
export function startOf(at: Millis, interval: CandleInterval): Millis {
  if (interval === '1d') return endOfRomeDay(at, -1);
  return millis(at - (at % stepMs[interval]));
}

/** A candle with one more trade; `counted` where the candle already holds its units. */
const grown = (candle: Candle, { price, quantity }: Trade, counted: boolean): Candle => ({
  ...candle,
  high: price > candle.high ? price : candle.high,
  low: price < candle.low ? price : candle.low,
  close: price,
  volume: counted ? candle.volume : units(candle.volume + quantity),
});

/**
 * The candles that were read, brought up to date with the trades since. Units of the interval that was read last are
 * left as they were read, because nobody knows which trades they hold; the next reading brings them.
 * @param trades newest first
 */
export function withTrades(
  read: readonly Candle[],
  trades: readonly Trade[],
  interval: CandleInterval,
): readonly Candle[] {
  const lastRead = read.at(-1)?.at ?? 0;
  const fresh = trades.filter(({ at }) => startOf(at, interval) >= lastRead).toReversed();
  if (fresh.length === 0) return read;
  const candles = [...read];
  for (const trade of fresh) {
    const at = startOf(trade.at, interval);
    const open = candles.at(-1);
    if (open?.at === at) candles[candles.length - 1] = grown(open, trade, at === lastRead);
    else {
      const { price, quantity } = trade;
      candles.push({ at, open: price, high: price, low: price, close: price, volume: quantity });
    }
  }
  return candles;
}

/** Prices that calls have found, at the start of the interval of their candle; the last one of each interval. */
export function auctionPoints(
  auctions: readonly AuctionResult[],
  interval: CandleInterval,
  from: number,
): readonly { readonly at: Millis; readonly price: number }[] {
  const points = new Map<Millis, number>();
  for (const { at, price } of auctions.toSorted((a, b) => a.at - b.at))
    if (price !== null && startOf(at, interval) >= from) points.set(startOf(at, interval), price);
  return [...points].map(([at, price]) => ({ at, price }));
}

/** Seconds as the chart wants them: it knows no zones, so the clock of Rome is given as if it were UTC. */
export const chartSeconds = (at: Millis): number => (at + romeOffset(at)) / 1_000;
