import { type HistoryStore } from '../../ports/history.ts';

export type PageOptions = Parameters<HistoryStore['page']>[1];

/** Indexes `from` … `to`, both included; empty when `to` < `from`. */
export interface PageRange {
  readonly from: number;
  readonly to: number;
  readonly descending: boolean;
}

/** Which indexes a page of a stream with `length` entries holds. Streams are gapless, so this needs no reading. */
export function pageRange(length: number, { after, before, limit }: PageOptions): PageRange {
  const newest = Math.min(length, (before ?? Infinity) - 1);
  if (after === undefined) return { from: Math.max(1, newest - limit + 1), to: newest, descending: true };
  const from = Math.max(0, after) + 1;
  return { from, to: Math.min(newest, from + limit - 1), descending: false };
}

/** @throws RangeError when a fold would go back: the same record would be folded in twice. */
export function assertForward(checkpoint: number, seq: number): void {
  if (!Number.isSafeInteger(seq) || seq <= checkpoint) {
    throw new RangeError(`history is folded up to seq ${checkpoint}, so ${seq} cannot follow`);
  }
}

/** The JSON text of a line's value. @throws TypeError when it has none, as `undefined`, a function or a bigint. */
export function jsonText(value: unknown): string {
  const text: string | undefined = JSON.stringify(value);
  if (text === undefined) throw new TypeError('a history line needs a JSON value');
  return text;
}
