/** One batch as it lies in the store: opaque bytes that the kernel encodes, hashes and reads back. */
export interface StoredBatch {
  /** Seq of its first record. Batches follow one another without a gap. */
  readonly firstSeq: number;
  /** Seq of its last record. */
  readonly lastSeq: number;
  /** Epoch of the writer that appended it. */
  readonly epoch: number;
  /** ≤ 4 MiB. */
  readonly bytes: Uint8Array;
}

/** A store refused or failed an append: the writer must stop, and never try the same flush again. */
export class JournalFault extends Error {
  override readonly name = 'JournalFault';
}

/**
 * The one durable truth. Adapters: memory, lmdb, mongo; one suite for all (test/contract/journal-port).
 * Not thread safe: one append under way at a time, by the elected writer.
 */
export interface JournalStore {
  /** The newest batch, or undefined when the journal is empty. */
  last(): Promise<StoredBatch | undefined>;
  /**
   * Appends and resolves only when the batch is durable (fsync, or w:majority + j:true).
   * @throws JournalFault when `firstSeq` is not the last seq + 1 (a gap, or somebody else wrote), when the epoch is
   * older than the store's newest (a fenced writer), or when the medium fails. Nothing of the batch is kept then.
   */
  append(batch: StoredBatch): Promise<void>;
  /** Batches that hold records from `fromSeq` on, in order, as of the call or later. The first may begin before `fromSeq`. */
  read(fromSeq: number): AsyncIterable<StoredBatch>;
  close(): Promise<void>;
}

/** The claim to be the one writer. */
export interface WriterLease {
  /** Grows by one with every takeover. */
  readonly epoch: number;
  /** Resolves when the claim is lost; the holder stops at once. Never resolves where it cannot be lost. */
  readonly lost: Promise<void>;
  release(): Promise<void>;
}

/** Elects the writer. */
export interface WriterElection {
  /** @throws Error with a message for the operator when another live process holds the claim. */
  claim(): Promise<WriterLease>;
}

/** After each flush the head also goes to a place of its own, so that a journal cut short is noticed. */
export interface HeadFile {
  read(): Promise<{ readonly seq: number; readonly hash: string } | undefined>;
  write(head: { readonly seq: number; readonly hash: string }): Promise<void>;
}
