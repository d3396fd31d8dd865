import { setImmediate as breathe } from 'node:timers/promises';
import type { ListingId } from '@piazza/shared/values';
import {
  CROSS,
  DROP,
  priceOfLevel,
  reasonOf,
  REDUCE,
  REST,
  TRADE,
  widthOf,
  type CancelReason,
  type Moves,
  type Phase,
} from '../domain/market/index.ts';
import { openBatch } from '../kernel/batch.ts';
import type { JournalRecord } from '../kernel/record.ts';
import type { JournalStore } from '../ports/journal.ts';

/** One row of a market's journal. Seats are numbers of owners; −1 where nobody is meant. Prices in cents. */
export interface TapeRow {
  readonly seq: number;
  readonly at: number;
  readonly kind: 'rested' | 'reduced' | 'cancelled' | 'dropped' | 'traded' | 'crossed' | 'phase';
  /** 0 buys, 1 sells: of a trade the side of the order that came. */
  readonly side: number;
  readonly priceCents: number;
  readonly quantity: number;
  /** Of a trade the order that rested, of an auction's the one that bought; 0 for none. */
  readonly order: number;
  readonly other: number;
  /** Whose order it is; of a trade who bought and who sold. */
  readonly seat: number;
  readonly otherSeat: number;
  readonly phase: Phase | null;
  readonly reason: CancelReason | null;
}

export interface TapeOrder {
  readonly order: number;
  readonly seat: number;
  readonly side: number;
  readonly priceCents: number;
  left: number;
}

/** A market as it was before the rows, and the rows. */
export interface MarketTape {
  readonly phase: Phase | null;
  readonly book: readonly TapeOrder[];
  readonly rows: readonly TapeRow[];
}

export interface TapeWish {
  readonly listing: ListingId;
  /** The first and the last record that matter. */
  readonly first: number;
  readonly last: number;
  /** Records of this market before the first and after the last. */
  readonly around: number;
}

/** Records that a tape holds at most, so that an alert over many days stays a page: those nearest to its end. */
const most = 2_500;

const blank = { side: 0, priceCents: 0, quantity: 0, order: 0, other: 0, seat: -1, otherSeat: -1 } as const;

function rowOf({ seq, at }: Pick<JournalRecord, 'seq' | 'at'>, moves: Moves, row: number): TapeRow {
  const cell = (offset: number): number => moves[row + offset] as number;
  const base = { ...blank, seq, at, phase: null, reason: null };
  const price = (offset: number): number => priceOfLevel(cell(offset));
  // Read only where the row is about one order: in a trade another order's number stands where its level would.
  const own = () => ({ order: cell(1), seat: cell(2), side: cell(3), priceCents: price(4) });
  switch (cell(0)) {
    case TRADE: {
      const [maker, taker] = [cell(2), cell(5)];
      const [seat, otherSeat] = cell(6) === 0 ? [taker, maker] : [maker, taker];
      const orders = { order: cell(1), other: cell(4), seat, otherSeat };
      return { ...base, kind: 'traded', side: cell(6), priceCents: price(8), quantity: cell(9), ...orders };
    }
    case CROSS: {
      const orders = { order: cell(1), other: cell(4), seat: cell(2), otherSeat: cell(5) };
      return { ...base, kind: 'crossed', priceCents: price(7), quantity: cell(8), ...orders };
    }
    case REST:
      return { ...base, ...own(), kind: 'rested', quantity: cell(5) };
    case REDUCE:
      return { ...base, ...own(), kind: 'reduced', quantity: cell(6) };
    case DROP:
      return { ...base, ...own(), kind: 'dropped', quantity: cell(5), reason: reasonOf(cell(6)) };
    default:
      return { ...base, ...own(), kind: 'cancelled', quantity: cell(5), reason: reasonOf(cell(6)) };
  }
}

/** What a record did in the market. */
function rowsOf(record: JournalRecord, listing: ListingId): TapeRow[] {
  const found: TapeRow[] = [];
  for (const event of record.events) {
    if (event.kind === 'market.phased' && event.listing === listing) {
      const { seq, at } = record;
      found.push({ ...blank, seq, at, kind: 'phase', phase: event.phase, reason: null });
    } else if (event.kind === 'market.moved' && event.listing === listing) {
      const { moves } = event;
      for (let row = 0; row < moves.length; row += widthOf(moves[row] as number))
        found.push(rowOf(record, moves, row));
    }
  }
  return found;
}

function lessen(book: Map<number, TapeOrder>, order: number, by: number): void {
  const found = book.get(order);
  if (found === undefined) return;
  found.left -= by;
  if (found.left <= 0) book.delete(order);
}

function apply(book: Map<number, TapeOrder>, row: TapeRow): void {
  const { kind, order, other, quantity, seat, side, priceCents } = row;
  if (kind === 'rested') book.set(order, { order, seat, side, priceCents, left: quantity });
  else if (kind === 'cancelled') book.delete(order);
  else if (kind === 'reduced' || kind === 'traded') lessen(book, order, quantity);
  else if (kind === 'crossed') {
    lessen(book, order, quantity);
    lessen(book, other, quantity);
  }
}

interface Told {
  readonly seq: number;
  readonly rows: readonly TapeRow[];
}

/** Follows a journal up to where a tape ends. */
class TapeReader {
  readonly #wish: TapeWish;
  readonly #book = new Map<number, TapeOrder>();
  #phase: Phase | null = null;
  #kept: Told[] = [];
  #after = 0;

  constructor(wish: TapeWish) {
    this.#wish = wish;
  }

  /** False when no later record is wanted. */
  take(record: JournalRecord): boolean {
    const { listing, last, around } = this.#wish;
    if (record.seq > last && this.#after >= around) return false;
    const rows = rowsOf(record, listing);
    if (rows.length === 0) return true;
    if (record.seq > last) this.#after += 1;
    this.#kept.push({ seq: record.seq, rows });
    if (this.#kept.length > 2 * most) this.#settle(this.#kept.length - most);
    return true;
  }

  tape(): MarketTape {
    const begins = this.#kept.findIndex(({ seq }) => seq >= this.#wish.first);
    const from = Math.max(
      this.#kept.length - most,
      (begins === -1 ? this.#kept.length : begins) - this.#wish.around,
    );
    this.#settle(Math.max(0, from));
    return {
      phase: this.#phase,
      book: [...this.#book.values()],
      rows: this.#kept.flatMap(({ rows }) => rows),
    };
  }

  /** The oldest go into the book that the tape begins with. */
  #settle(records: number): void {
    for (const { rows } of this.#kept.splice(0, records))
      for (const row of rows) {
        if (row.kind === 'phase') this.#phase = row.phase;
        else apply(this.#book, row);
      }
  }
}

async function read(journal: JournalStore, wish: TapeWish): Promise<MarketTape> {
  const reader = new TapeReader(wish);
  for await (const stored of journal.read(1)) {
    for (const record of openBatch(stored).records) if (!reader.take(record)) return reader.tape();
    // Whoever trades meanwhile goes first.
    await breathe();
  }
  return reader.tape();
}

/** Reads tapes out of the journal, one at a time: each goes through all of it. */
export function createTapes(journal: JournalStore): (wish: TapeWish) => Promise<MarketTape> {
  let turn: Promise<unknown> = Promise.resolve();
  return (wish) => {
    const mine = turn.then(() => read(journal, wish));
    turn = mine.catch(() => undefined);
    return mine;
  };
}
