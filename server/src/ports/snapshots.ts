export interface SnapshotHeader {
  /** State after the record with this seq. */
  readonly seq: number;
  /** Chain hash of the journal there: a snapshot of another history is never used. */
  readonly journalHash: string;
  /** Hash of the state's canonical form. */
  readonly stateHash: string;
  /** Version of the fold that made it; a snapshot of another version is ignored. */
  readonly evolveVersion: number;
  readonly chunks: number;
}

/** Written by the snapshot process only, read at the start. Chunks ≤ 4 MiB. Adapters: memory, lmdb, mongo. */
export interface SnapshotStore {
  /** Headers of complete snapshots, newest first. */
  list(): Promise<SnapshotHeader[]>;
  /** @throws RangeError when there is no such complete snapshot, or no such chunk in it. */
  chunk(seq: number, index: number): Promise<Uint8Array>;
  /**
   * Keeps the newest `keep` snapshots; the header is written last, so a torn snapshot is never listed.
   * @throws RangeError when a chunk is too large or not as many came as the header says.
   */
  write(
    header: SnapshotHeader,
    chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
    keep: number,
  ): Promise<void>;
  close(): Promise<void>;
}
