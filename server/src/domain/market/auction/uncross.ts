import type { PriceCents } from '@piazza/shared/values';
import type { Book } from '../book/index.ts';
import { levelOfPrice } from '../prices.ts';
import type { AuctionTrades } from './trades.ts';

const BUY = 0;
const SELL = 1;
type Side = typeof BUY | typeof SELL;

/** The oldest order of the level if the auction reaches that far, else -1. */
function firstAt(book: Book, side: Side, level: number, bound: number): number {
  if (level === 0 || (side === BUY ? level < bound : level > bound)) return -1;
  return book.first(side, level);
}

/** The order that follows in price-time priority among those that accept the auction's price, else -1. */
function after(book: Book, side: Side, slot: number, bound: number): number {
  const inLevel = book.following(slot);
  return inLevel >= 0 ? inLevel : firstAt(book, side, book.next(side, book.levelAt(slot)), bound);
}

/**
 * Writes into `trades` what trades at this one price: bids at or above it against asks at or below it, each side in
 * price-time priority, so that better prices fill fully and the margin by time. Reads the book only.
 *
 * At most `limit` trades (≥ 1) are planned. Once they are applied, planning again at the same price goes on exactly
 * where this one ended: a long settlement needs to remember the price and nothing else. `trades.complete` says whether
 * nothing is left. @throws Impossible for a price off its tick.
 */
export function planUncross(book: Book, price: PriceCents, trades: AuctionTrades, limit = Infinity): void {
  const bound = levelOfPrice(price);
  trades.clear();
  let buy = firstAt(book, BUY, book.best(BUY), bound);
  let sell = firstAt(book, SELL, book.best(SELL), bound);
  let buyLeft = buy < 0 ? 0 : book.remainingAt(buy);
  let sellLeft = sell < 0 ? 0 : book.remainingAt(sell);
  while (buy >= 0 && sell >= 0 && trades.count < limit) {
    const quantity = buyLeft < sellLeft ? buyLeft : sellLeft;
    trades.push(buy, book.idAt(buy), sell, book.idAt(sell), quantity);
    buyLeft -= quantity;
    sellLeft -= quantity;
    if (buyLeft === 0) {
      buy = after(book, BUY, buy, bound);
      if (buy >= 0) buyLeft = book.remainingAt(buy);
    }
    if (sellLeft === 0) {
      sell = after(book, SELL, sell, bound);
      if (sell >= 0) sellLeft = book.remainingAt(sell);
    }
  }
  trades.complete = buy < 0 || sell < 0;
}

/** Takes what each order traded out of it in one go: an order's trades stand in a row. */
function reduceEach(book: Book, slots: Int32Array, quantities: Int32Array, count: number): void {
  let slot = -1;
  let traded = 0;
  for (let n = 0; n < count; n += 1) {
    const next = slots[n] ?? -1;
    if (next !== slot) {
      if (traded > 0) book.reduce(slot, traded);
      slot = next;
      traded = 0;
    }
    traded += quantities[n] ?? 0;
  }
  if (traded > 0) book.reduce(slot, traded);
}

/** Takes the planned trades out of the book they were planned on. @throws Impossible when it has changed since. */
export function applyUncross(book: Book, { count, buySlots, sellSlots, quantities }: AuctionTrades): void {
  reduceEach(book, buySlots, quantities, count);
  reduceEach(book, sellSlots, quantities, count);
}
