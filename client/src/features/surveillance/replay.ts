import type { Tape, TapeStep } from '@piazza/shared/contract';

/** A price with all that waits at it. */
export interface BookLevel {
  readonly price: number;
  units: number;
  /** Of the accounts that the alert is about. */
  theirs: number;
}
export interface Picture {
  /** Best first. */
  readonly bids: readonly BookLevel[];
  readonly asks: readonly BookLevel[];
  readonly phase: string | null;
}

interface Resting {
  readonly side: 'buy' | 'sell';
  readonly price: number;
  readonly theirs: boolean;
  left: number;
}
type Book = Map<string, Resting>;

function lessen(book: Book, id: string | null, by: number): void {
  const order = id === null ? undefined : book.get(id);
  if (id === null || order === undefined) return;
  order.left -= by;
  if (order.left <= 0) book.delete(id);
}

function apply(book: Book, { kind, orderId, otherOrderId, side, price, quantity, who }: TapeStep): void {
  if (kind === 'rested' && orderId !== null && side !== null && price !== null)
    book.set(orderId, { side, price, theirs: who !== null, left: quantity });
  else if (kind === 'cancelled' && orderId !== null) book.delete(orderId);
  else if (kind === 'reduced' || kind === 'traded') lessen(book, orderId, quantity);
  else if (kind === 'crossed') {
    lessen(book, orderId, quantity);
    lessen(book, otherOrderId, quantity);
  }
}

function levelsOf(book: Book, side: 'buy' | 'sell'): BookLevel[] {
  const levels = new Map<number, BookLevel>();
  for (const order of book.values()) {
    if (order.side !== side) continue;
    const level = levels.get(order.price) ?? { price: order.price, units: 0, theirs: 0 };
    level.units += order.left;
    if (order.theirs) level.theirs += order.left;
    levels.set(order.price, level);
  }
  const direction = side === 'buy' ? -1 : 1;
  return [...levels.values()].toSorted((a, b) => direction * (a.price - b.price));
}

/** The market after so many steps of its tape, 0 for how it begins. */
export function pictureAt(tape: Tape, steps: number): Picture {
  const book: Book = new Map(
    tape.book.map(({ orderId, side, price, quantity, who }) => [
      orderId,
      { side, price, theirs: who !== null, left: quantity },
    ]),
  );
  let { phase } = tape;
  for (const step of tape.steps.slice(0, steps)) {
    if (step.kind === 'phase') ({ phase } = step);
    else apply(book, step);
  }
  return { bids: levelsOf(book, 'buy'), asks: levelsOf(book, 'sell'), phase };
}
