import { Impossible } from '../../core/index.ts';
import type { Book } from './book.ts';
import type { Fills, Stop } from './fills.ts';

/** What happens where an owner would trade with themself: 0 nothing, or the newest, the oldest or both are cancelled. */
export const selfMatch = { off: 0, cancelNewest: 1, cancelOldest: 2, cancelBoth: 3 } as const;

/** An incoming order, in the book's terms; the same object may be used again. */
export interface Taker {
  /** 0 buys, 1 sells. */
  side: number;
  /** The worst level it accepts. */
  limit: number;
  /** Units it wants. */
  quantity: number;
  /** Index of the beneficial owner, or `nobody`. */
  owner: number;
  /** One of `selfMatch`. */
  selfMatch: number;
  /** The level beyond which nothing may trade (the collar); 0: none. */
  bound: number;
}

const isBeyond = (side: number, level: number, limit: number): boolean =>
  side === 0 ? level > limit : level < limit;

/**
 * Walks the other side in price-time order and writes down what the taker would trade; the book stays as it is. It stops
 * with `self` where the taker itself is to be cancelled, and with `bound` where the collar, not the limit, ends it.
 */
export function planMatch(book: Book, taker: Taker, fills: Fills): void {
  fills.clear();
  fills.stopped = walk(book, taker, fills);
}

function walk(book: Book, taker: Taker, fills: Fills): Stop {
  const { side, limit, quantity, owner, bound } = taker;
  const own = owner < 0 ? 0 : taker.selfMatch;
  const other = book.ladder(1 - side);
  const { records } = book;
  let left = quantity;
  if (left === 0) return 'filled';
  for (let level = other.best(); level !== 0; level = other.next(level)) {
    if (isBeyond(side, level, limit)) return 'limit';
    if (bound !== 0 && isBeyond(side, level, bound)) return 'bound';
    for (let slot = other.oldest(level); slot !== 0; slot = records.levelAfter(slot)) {
      const id = records.id(slot);
      if (own !== 0 && records.owner(slot) === owner) {
        if (own !== selfMatch.cancelNewest) fills.cancel(slot, id);
        if (own !== selfMatch.cancelOldest) return 'self';
        continue;
      }
      const remaining = records.remaining(slot);
      const traded = remaining < left ? remaining : left;
      fills.add(slot, id, traded, level);
      left -= traded;
      if (left === 0) return 'filled';
    }
  }
  return 'empty';
}

// Made in a function of its own: the compiler would write its words ahead of the question whether it is needed.
const changed = (slot: number, id: number | undefined): Impossible =>
  new Impossible(`slot ${slot} is not order ${id} any more`);

/**
 * Does to the book what was planned on it: trades, then the cancelled.
 * @throws Impossible when the book has changed in between
 */
export function applyFills(book: Book, fills: Fills): void {
  const { count, slots, ids, quantities } = fills;
  for (let at = 0; at < count; at += 1) {
    const slot = slots[at] as number;
    if (book.idAt(slot) !== ids[at]) throw changed(slot, ids[at]);
    book.reduce(slot, quantities[at] as number);
  }
  const { cancelled, cancelledSlots, cancelledIds } = fills;
  for (let at = 0; at < cancelled; at += 1) {
    const slot = cancelledSlots[at] as number;
    if (book.idAt(slot) !== cancelledIds[at]) {
      throw changed(slot, cancelledIds[at]);
    }
    book.remove(slot);
  }
}

/**
 * How much of a quantity could trade now, in units, the owner's own orders left out: what fill-or-kill and minimum
 * quantities ask. Walks levels and the owner's list, no other order.
 * @param limit the worst level accepted, the collar included
 * @param owner index of the beneficial owner; `nobody` when all orders count
 */
export function fillable(book: Book, side: number, limit: number, quantity: number, owner: number): number {
  const other = 1 - side;
  let own = 0;
  for (let slot = book.firstOf(owner); slot !== -1; slot = book.followingOf(slot)) {
    if (book.sideAt(slot) !== other || isBeyond(side, book.levelAt(slot), limit)) continue;
    own += book.remainingAt(slot);
  }
  let total = 0;
  for (let level = book.best(other); level !== 0; level = book.next(other, level)) {
    if (isBeyond(side, level, limit) || total >= quantity + own) break;
    total += book.levelQuantity(other, level);
  }
  return Math.min(quantity, total - own);
}
