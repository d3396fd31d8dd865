import { Bitmap } from './bitmap.ts';
import type { Records } from './records.ts';

/**
 * One side of a book: for each level a queue of orders in order of arrival. Levels are kept by rank, the greater the
 * better: a bid's rank is its level, an ask's is counted from the other end. A level is 32 bytes: its total as a double,
 * then as integers how many orders it has, the oldest and the youngest.
 */
export class Ladder {
  private readonly origin: number;
  private readonly step: number;
  private readonly words: Int32Array;
  private readonly totals: Float64Array;
  private readonly ranks: Bitmap;
  private top = 0;

  constructor(side: 0 | 1, levels: number) {
    this.origin = side === 0 ? 0 : levels + 1;
    this.step = side === 0 ? 1 : -1;
    this.words = new Int32Array((levels + 1) << 3);
    this.totals = new Float64Array(this.words.buffer);
    this.ranks = new Bitmap(levels);
  }

  /** The best level that holds an order; 0 when none does. */
  best(): number {
    return this.top === 0 ? 0 : this.origin + Math.imul(this.step, this.top);
  }

  /** The best level worse than this one that holds an order; 0 when none does. */
  next(level: number): number {
    const rank = this.ranks.below(this.origin + Math.imul(this.step, level));
    return rank === 0 ? 0 : this.origin + Math.imul(this.step, rank);
  }

  /** The slot of the level's oldest order; 0 when it is empty. */
  oldest(level: number): number {
    const rank = this.origin + Math.imul(this.step, level);
    return this.words[(rank << 3) + 3] as number;
  }

  quantity(level: number): number {
    const rank = this.origin + Math.imul(this.step, level);
    return this.totals[rank << 2] as number;
  }

  orders(level: number): number {
    const rank = this.origin + Math.imul(this.step, level);
    return this.words[(rank << 3) + 2] as number;
  }

  /** Puts an order at the end of its level's queue. */
  append(records: Records, slot: number, level: number, quantity: number): void {
    const rank = this.origin + Math.imul(this.step, level);
    const base = rank << 3;
    const words = this.words;
    const totals = this.totals;
    const youngest = words[base + 4] as number;
    records.setLevelBefore(slot, youngest);
    records.setLevelAfter(slot, 0);
    words[base + 4] = slot;
    words[base + 2] = (words[base + 2] as number) + 1;
    totals[rank << 2] = (totals[rank << 2] as number) + quantity;
    if (youngest !== 0) {
      records.setLevelAfter(youngest, slot);
      return;
    }
    words[base + 3] = slot;
    this.ranks.add(rank);
    if (rank > this.top) this.top = rank;
  }

  /** Takes from the level's total what one of its orders loses. */
  lessen(level: number, by: number): void {
    const at = (this.origin + Math.imul(this.step, level)) << 2;
    this.totals[at] = (this.totals[at] as number) - by;
  }

  /** Takes an order, with what it still has, out of its level's queue. */
  unlink(records: Records, slot: number, level: number, remaining: number): void {
    const rank = this.origin + Math.imul(this.step, level);
    const base = rank << 3;
    const words = this.words;
    const totals = this.totals;
    const before = records.levelBefore(slot);
    const after = records.levelAfter(slot);
    if (before === 0) words[base + 3] = after;
    else records.setLevelAfter(before, after);
    if (after === 0) words[base + 4] = before;
    else records.setLevelBefore(after, before);
    words[base + 2] = (words[base + 2] as number) - 1;
    totals[rank << 2] = (totals[rank << 2] as number) - remaining;
    if (before !== 0 || after !== 0) return;
    this.ranks.delete(rank);
    if (rank === this.top) this.top = this.ranks.below(rank);
  }
}
