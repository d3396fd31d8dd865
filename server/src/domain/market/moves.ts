import { Impossible } from '../core/index.ts';
import type { Book } from './book/index.ts';

/**
 * What an order does to a market, as rows of numbers: the first names the kind, which gives the row its width. So a
 * record of the journal has a fixed form, and replay does exactly what was decided without matching again.
 */
export type Moves = readonly number[];

/** maker, its seat, what it has left; taker, its seat, side, what it has left to trade; level, quantity. The taker came now, the maker rested. */
export const TRADE = 1;
/** order, seat, side, level, remaining, quantity, time in force: goes to the end of its level. */
export const REST = 2;
/** order, seat, side, level, what was left, reason: leaves the book. */
export const CANCEL = 3;
/** order, seat, side, level, what is left, by: smaller by so much, in its old place. */
export const REDUCE = 4;
/** buy, its seat, what it has left; sell, its seat, what it has left; level, quantity: an auction's trade; both rested. */
export const CROSS = 5;
/** order, seat, side, level, quantity, reason: the part of a new order that never rests. */
export const DROP = 6;

const widths = [0, 10, 8, 7, 7, 9, 7] as const;

/** Width of the row that begins with this number. @throws Impossible when none does */
export function widthOf(kind: number): number {
  const width = widths[kind];
  if (width === undefined || width === 0) throw new Impossible(`a move of kind ${kind}`);
  return width;
}

/**
 * A number that comes out of an array of doubles as one that is small where it can be: rows of small numbers alone are kept,
 * read and written faster, and all alike.
 */
export function small(value: number): number {
  const whole = value | 0;
  return whole === value ? whole : value;
}

/** The row that takes an order out of its book. */
export const cancelRow = (book: Book, slot: number, reason: number): number[] => [
  CANCEL,
  small(book.idAt(slot)),
  book.ownerAt(slot),
  book.sideAt(slot),
  book.levelAt(slot),
  book.remainingAt(slot),
  reason,
];
