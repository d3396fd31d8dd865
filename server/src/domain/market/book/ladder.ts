import { Bitmap } from './bitmap.ts';
import { LEVEL_AFTER, LEVEL_BEFORE, type Records, wordsBits } from './records.ts';

/** A level is 24 bytes: its total as a double, then the number, the oldest and the youngest of its orders. */
const COUNT = 2;
const OLDEST = 3;
const YOUNGEST = 4;

/**
 * One side of a book: for each level a queue of orders in order of arrival. Levels are kept by rank, the greater the
 * better: a bid's rank is its level, an ask's is counted from the other end.
 */
export class Ladder {
  readonly #origin: number;
  readonly #step: number;
  readonly #words: Int32Array;
  readonly #totals: Float64Array;
  readonly #ranks: Bitmap;
  #best = 0;

  constructor(side: 0 | 1, levels: number) {
    this.#origin = side === 0 ? 0 : levels + 1;
    this.#step = side === 0 ? 1 : -1;
    const memory = new ArrayBuffer((levels + 1) * 24);
    this.#words = new Int32Array(memory);
    this.#totals = new Float64Array(memory);
    this.#ranks = new Bitmap(levels);
  }

  /** The best level that holds an order; 0 when none does. */
  best(): number {
    return this.#best === 0 ? 0 : this.#origin + this.#step * this.#best;
  }

  /** The best level worse than this one that holds an order; 0 when none does. */
  next(level: number): number {
    const rank = this.#ranks.below(this.#origin + this.#step * level);
    return rank === 0 ? 0 : this.#origin + this.#step * rank;
  }

  /** The slot of the level's oldest order; 0 when it is empty. */
  oldest(level: number): number {
    return this.#words[(this.#origin + this.#step * level) * 6 + OLDEST] as number;
  }

  quantity(level: number): number {
    return this.#totals[(this.#origin + this.#step * level) * 3] as number;
  }

  orders(level: number): number {
    return this.#words[(this.#origin + this.#step * level) * 6 + COUNT] as number;
  }

  /** Puts an order at the end of its level's queue. */
  append(records: Records, slot: number, level: number, quantity: number): void {
    const rank = this.#origin + this.#step * level;
    const base = rank * 6;
    const words = this.#words;
    const orders = records.words;
    const youngest = words[base + YOUNGEST] as number;
    orders[(slot << wordsBits) + LEVEL_BEFORE] = youngest;
    orders[(slot << wordsBits) + LEVEL_AFTER] = 0;
    words[base + YOUNGEST] = slot;
    words[base + COUNT] = (words[base + COUNT] as number) + 1;
    this.#totals[rank * 3] = (this.#totals[rank * 3] as number) + quantity;
    if (youngest !== 0) {
      orders[(youngest << wordsBits) + LEVEL_AFTER] = slot;
      return;
    }
    words[base + OLDEST] = slot;
    this.#ranks.add(rank);
    if (rank > this.#best) this.#best = rank;
  }

  /** Takes from the level's total what one of its orders loses. */
  lessen(level: number, by: number): void {
    const total = (this.#origin + this.#step * level) * 3;
    this.#totals[total] = (this.#totals[total] as number) - by;
  }

  /** Takes an order, with what it still has, out of its level's queue. */
  unlink(records: Records, slot: number, level: number, remaining: number): void {
    const rank = this.#origin + this.#step * level;
    const base = rank * 6;
    const words = this.#words;
    const orders = records.words;
    const before = orders[(slot << wordsBits) + LEVEL_BEFORE] as number;
    const after = orders[(slot << wordsBits) + LEVEL_AFTER] as number;
    if (before === 0) words[base + OLDEST] = after;
    else orders[(before << wordsBits) + LEVEL_AFTER] = after;
    if (after === 0) words[base + YOUNGEST] = before;
    else orders[(after << wordsBits) + LEVEL_BEFORE] = before;
    words[base + COUNT] = (words[base + COUNT] as number) - 1;
    this.#totals[rank * 3] = (this.#totals[rank * 3] as number) - remaining;
    if (before !== 0 || after !== 0) return;
    this.#ranks.delete(rank);
    if (rank === this.#best) this.#best = this.#ranks.below(rank);
  }
}
