/** One line of a finished past, kept out of memory. */
export interface HistoryLine {
  /** What it belongs to: `deal-flow`, `account:per_1`, `audit:lst_2`, … */
  readonly stream: string;
  /** Any JSON value. */
  readonly value: unknown;
}

export interface HistoryEntry {
  /** Gapless position within the stream, from 1. */
  readonly index: number;
  readonly value: unknown;
}

/**
 * Paged, append-only streams folded from the journal, with a checkpoint of their own: wiping them loses nothing.
 * Adapters: memory, lmdb, mongo; one suite for all (test/contract/history-port).
 */
export interface HistoryStore {
  /** Seq of the newest record that is folded in; 0 when none is. */
  checkpoint(): Promise<number>;
  /**
   * Appends the lines in order and moves the checkpoint to `seq`, all or nothing. Returns the index each line got.
   * @throws RangeError when `seq` is not above the checkpoint: a record is never folded in twice.
   */
  append(seq: number, lines: readonly HistoryLine[]): Promise<number[]>;
  /** At most `limit` entries of a stream: after `after` ascending, or before `before` descending; the newest where neither is given (descending). */
  page(
    stream: string,
    options: { readonly after?: number; readonly before?: number; readonly limit: number },
  ): Promise<HistoryEntry[]>;
  /** Index of the newest entry of the stream, 0 when it is empty. */
  length(stream: string): Promise<number>;
  /** Forgets everything and sets the checkpoint to 0. */
  wipe(): Promise<void>;
  close(): Promise<void>;
}
