import { endOfRomeDay, type Millis } from '@piazza/shared/values';
import type { Figures, Market } from './state.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

const begin = (from: number, price: number): Figures => ({
  from,
  open: price,
  high: price,
  low: price,
  close: price,
  volume: 0,
  turnoverCents: 0,
  trades: 0,
});

function count(figures: Figures, price: number, quantity: number): void {
  if (price > figures.high) figures.high = price;
  if (price < figures.low) figures.low = price;
  figures.close = price;
  figures.volume += quantity;
  figures.turnoverCents += price * quantity;
  figures.trades += 1;
}

/** Adds a trade to the figures of its minute and of its day in Europe/Rome. */
export function countTrade(market: Market, price: number, quantity: number, at: Millis): void {
  const { minute, day } = market;
  if (minute === null || at >= minute.from + MINUTE_MS) market.minute = begin(at - (at % MINUTE_MS), price);
  // A day has 23 to 25 hours: only within 23 is it surely the same one.
  if (day === null || at >= day.from + DAY_MS - 3_600_000) {
    const from = endOfRomeDay(at, -1);
    if (day?.from !== from) market.day = begin(from, price);
  }
  count(market.minute as Figures, price, quantity);
  count(market.day as Figures, price, quantity);
}
