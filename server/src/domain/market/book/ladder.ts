import { Bitmap } from './bitmap.ts';
import { hotBits, LEVEL_AFTER, LEVEL_BEFORE, type Records } from './records.ts';

/** A level is 32 bytes: its total as a double, then the number, the oldest and the youngest of its orders. */
const wordBits = 3;
const totalBits = 2;
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
    this.#words = new Int32Array((levels + 1) << wordBits);
    this.#totals = new Float64Array(this.#words.buffer);
    this.#ranks = new Bitmap(levels);
  }

  /** The best level that holds an order; 0 when none does. */
  best(): number {
    return this.#best === 0 ? 0 : this.#origin + Math.imul(this.#step, this.#best);
  }

  /** The best level worse than this one that holds an order; 0 when none does. */
  next(level: number): number {
    const rank = this.#ranks.below(this.#origin + Math.imul(this.#step, level));
    return rank === 0 ? 0 : this.#origin + Math.imul(this.#step, rank);
  }

  /** The slot of the level's oldest order; 0 when it is empty. */
  oldest(level: number): number {
    const rank = this.#origin + Math.imul(this.#step, level);
    return this.#words[(rank << wordBits) + OLDEST] as number;
  }

  quantity(level: number): number {
    const rank = this.#origin + Math.imul(this.#step, level);
    return this.#totals[rank << totalBits] as number;
  }

  orders(level: number): number {
    const rank = this.#origin + Math.imul(this.#step, level);
    return this.#words[(rank << wordBits) + COUNT] as number;
  }

  /** Puts an order at the end of its level's queue. */
  append({ hot }: Records, slot: number, level: number, quantity: number): void {
    const rank = this.#origin + Math.imul(this.#step, level);
    const base = rank << wordBits;
    const words = this.#words;
    const totals = this.#totals;
    const youngest = words[base + YOUNGEST] as number;
    hot[(slot << hotBits) + LEVEL_BEFORE] = youngest;
    hot[(slot << hotBits) + LEVEL_AFTER] = 0;
    words[base + YOUNGEST] = slot;
    words[base + COUNT] = (words[base + COUNT] as number) + 1;
    totals[rank << totalBits] = (totals[rank << totalBits] as number) + quantity;
    if (youngest !== 0) {
      hot[(youngest << hotBits) + LEVEL_AFTER] = slot;
      return;
    }
    words[base + OLDEST] = slot;
    this.#ranks.add(rank);
    if (rank > this.#best) this.#best = rank;
  }

  /** Takes from the level's total what one of its orders loses. */
  lessen(level: number, by: number): void {
    const at = (this.#origin + Math.imul(this.#step, level)) << totalBits;
    this.#totals[at] = (this.#totals[at] as number) - by;
  }

  /** Takes an order, with what it still has, out of its level's queue. */
  unlink({ hot }: Records, slot: number, level: number, remaining: number): void {
    const rank = this.#origin + Math.imul(this.#step, level);
    const base = rank << wordBits;
    const words = this.#words;
    const totals = this.#totals;
    const before = hot[(slot << hotBits) + LEVEL_BEFORE] as number;
    const after = hot[(slot << hotBits) + LEVEL_AFTER] as number;
    if (before === 0) words[base + OLDEST] = after;
    else hot[(before << hotBits) + LEVEL_AFTER] = after;
    if (after === 0) words[base + YOUNGEST] = before;
    else hot[(after << hotBits) + LEVEL_BEFORE] = before;
    words[base + COUNT] = (words[base + COUNT] as number) - 1;
    totals[rank << totalBits] = (totals[rank << totalBits] as number) - remaining;
    if (before !== 0 || after !== 0) return;
    this.#ranks.delete(rank);
    if (rank === this.#best) this.#best = this.#ranks.below(rank);
  }
}
