import { policy } from '@piazza/shared/policy';
import { Fills, planMatch, selfMatch, type Book, type Taker } from '../book/index.ts';
import { boundLevel } from '../collars.ts';
import { cancelRow, DROP, REST, small, TRADE } from '../moves.ts';
import { BUY, reasonCode } from '../order-kinds.ts';
import type { Market } from '../state.ts';
import { ownBeyond } from './refusals.ts';

/** Used again by every order, so that matching allocates nothing. */
const fills = new Fills();
const taker: Taker = { side: 0, limit: 0, quantity: 0, owner: 0, selfMatch: 0, bound: 0 };

/** An order on its way into the book, in the book's terms. */
export interface Incoming {
  readonly order: number;
  readonly seat: number;
  readonly side: number;
  readonly level: number;
  /** Units still to trade, and as first asked for. */
  readonly wanted: number;
  readonly quantity: number;
  /** As the book keeps it, see `restingTime`. */
  readonly resting: number;
  readonly selfMatch: number;
  /** Whether what does not trade at once is dropped. */
  readonly immediate: boolean;
}

export interface Matched {
  readonly moves: number[];
  readonly filled: number;
  readonly resting: number;
  readonly dropped: number;
  /** Continuous trading must be interrupted: the next trade would leave the collar. */
  readonly interrupted: boolean;
}

const selfMatched = reasonCode('self_match');
const immediately = reasonCode('immediate');

const restRow = (one: Incoming, left: number): number[] => [
  REST,
  one.order,
  one.seat,
  one.side,
  one.level,
  left,
  one.quantity,
  one.resting,
];

/** Rows after others; most orders have but one, and what was made for it is kept as it is. */
function after(moves: number[] | null, row: number[]): number[] {
  if (moves === null) return row;
  moves.push(...row);
  return moves;
}

/** Plans the trades of an order in continuous trading. Returns how many of them it may do. */
function plan(market: Market, one: Incoming): number {
  taker.side = one.side;
  taker.limit = one.level;
  taker.quantity = one.wanted;
  taker.owner = one.seat;
  taker.selfMatch = one.selfMatch;
  taker.bound = boundLevel(market, one.side);
  planMatch(market.book, taker, fills);
  return Math.min(fills.count, policy.fillsPerOrder);
}

/** Units that the order would trade at once in continuous trading, up to where it gives way to an own order. */
export function tradable(market: Market, one: Incoming): number {
  const count = plan(market, one);
  let units = 0;
  for (let at = 0; at < count; at += 1) units += fills.quantities[at] as number;
  return units;
}

/** Outside continuous trading orders only gather. */
const gather = (before: number[] | null, one: Incoming): Matched => ({
  moves: after(before, restRow(one, one.wanted)),
  filled: 0,
  resting: one.wanted,
  dropped: 0,
  interrupted: false,
});

/** Of some slots of the other side, the oldest first, the one that an order of this side would trade with first. */
const nearest = (book: Book, side: number, slots: readonly number[]): number =>
  slots.reduce((best, slot) => {
    const [level, other] = [book.levelAt(best), book.levelAt(slot)];
    return (side === BUY ? other < level : other > level) ? slot : best;
  });

/**
 * Keeps an order that interrupts trading apart from own ones behind the collar: in the call they would trade with each
 * other. Own orders met before it have given way already. Returns whether the order itself gives way.
 */
function parts(moves: number[], market: Market, one: Incoming): boolean {
  const { book } = market;
  const gone = fills.cancelledSlots.subarray(0, fills.cancelled);
  const met = ownBeyond(market, one.seat, one.side, one.level).filter((slot) => !gone.includes(slot));
  if (met.length === 0) return false;
  // Where both give way, those are the new one and the one it would meet first.
  if (one.selfMatch === selfMatch.cancelBoth) met.splice(0, met.length, nearest(book, one.side, met));
  if (one.selfMatch !== selfMatch.cancelNewest)
    for (const slot of met) moves.push(...cancelRow(book, slot, selfMatched));
  return one.selfMatch !== selfMatch.cancelOldest;
}

/** The rows of the planned trades, after others. Returns what the order has left. */
function tradeRows(moves: number[], book: Book, one: Incoming, count: number): number {
  let left = one.wanted;
  for (let at = 0; at < count; at += 1) {
    const quantity = fills.quantities[at] as number;
    const slot = fills.slots[at] as number;
    left -= quantity;
    moves.push(
      TRADE,
      small(fills.ids[at] as number),
      book.ownerAt(slot),
      book.remainingAt(slot) - quantity,
      one.order,
      one.seat,
      one.side,
      left,
      fills.levels[at] as number,
      quantity,
    );
  }
  return left;
}

/** Whether the planned order meets nothing that it would trade with, give way to or stop at. */
const meetsNothing = (one: Incoming): boolean =>
  fills.count === 0 &&
  fills.cancelled === 0 &&
  !one.immediate &&
  (fills.stopped === 'limit' || fills.stopped === 'empty');

/**
 * What the order does: trades with what rests, own orders that give way, and where the rest goes. Reads the market only.
 * An order trades with at most `policy.fillsPerOrder` others, so that its record stays small.
 * @param before rows that come first; they are added to
 */
export function match(market: Market, one: Incoming, before: number[] | null): Matched {
  if (market.phase !== 'continuous') return gather(before, one);
  const count = plan(market, one);
  if (meetsNothing(one)) return gather(before, one);
  const { book } = market;
  const moves = before ?? [];
  const left = tradeRows(moves, book, one, count);
  for (let at = 0; at < fills.cancelled; at += 1)
    moves.push(...cancelRow(book, fills.cancelledSlots[at] as number, selfMatched));
  const filled = one.wanted - left;
  if (left === 0) return { moves, filled, resting: 0, dropped: 0, interrupted: false };
  const full = count < fills.count;
  const interrupted = fills.stopped === 'bound' && !full;
  const self = fills.stopped === 'self' || (interrupted && !one.immediate && parts(moves, market, one));
  if (one.immediate || self || full) {
    moves.push(DROP, one.order, one.seat, one.side, one.level, left, self ? selfMatched : immediately);
    return { moves, filled, resting: 0, dropped: left, interrupted };
  }
  return { moves: after(moves, restRow(one, left)), filled, resting: left, dropped: 0, interrupted };
}
