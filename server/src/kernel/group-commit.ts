import type { JournalStore } from '../ports/journal.ts';
import { encodeBatch, genesisHash, maxBatchBytes, type Lined } from './batch.ts';
import type { Clock } from './clock.ts';
import type { JournalRecord } from './record.ts';
import { RecordLine } from './record-line.ts';

/** Leaves room for the header below the store's limit. */
const fillBytes = maxBatchBytes - 4096;

export interface Flushed {
  readonly records: readonly JournalRecord[];
  readonly seq: number;
  readonly hash: string;
  /** Time the store took, in ms. */
  readonly tookMs: number;
}

export interface GroupCommitOptions {
  readonly journal: JournalStore;
  readonly clock: Clock;
  readonly epoch: number;
  readonly head: { readonly seq: number; readonly hash: string };
  /** Called when a flush begins: what was added so far becomes durable together. */
  readonly sealed?: () => void;
  /** Called for each flush in order, after it is durable and before anybody waiting for it wakes. */
  readonly flushed: (batch: Flushed) => void;
  /** Called once, at the first failed append. Nothing is acknowledged from then on. */
  readonly failed: (error: unknown) => void;
}

/** Somebody who waits for a record to be durable. */
export interface Waiter {
  readonly seq: number;
  wake(): void;
}

/**
 * One flush under way, the next batch gathers. `durableSeq` moves only when the store has confirmed;
 * a failed flush is never tried again.
 */
export class GroupCommit {
  readonly #options: GroupCommitOptions;
  readonly #line = new RecordLine();
  #gathering: JournalRecord[] = [];
  /** In the order in which they came, which is that of their seqs. */
  #waiters: Waiter[] = [];
  #idle: (() => void)[] = [];
  #running = false;
  #failed = false;
  #durableSeq: number;
  #hash: string;

  constructor(options: GroupCommitOptions) {
    this.#options = options;
    this.#durableSeq = options.head.seq;
    this.#hash = options.head.seq === 0 ? genesisHash : options.head.hash;
  }

  get durableSeq(): number {
    return this.#durableSeq;
  }

  /** Chain hash of the newest durable batch. */
  get hash(): string {
    return this.#hash;
  }

  /**
   * Encodes the next record. Before it is folded: what the fold then does to objects that the events share with the state
   * must not reach the journal. @throws RangeError when the record alone is larger than a batch.
   */
  prepare(record: JournalRecord): void {
    const size = this.#line.write(record);
    if (size > fillBytes) throw new RangeError(`record ${record.seq} has ${size} bytes`);
  }

  /** Takes the record that was prepared for the next batch. */
  add(record: JournalRecord): void {
    this.#line.keep();
    this.#gathering.push(record);
    if (this.#running || this.#failed) return;
    this.#running = true;
    // What arrives in the same turn of the event loop shares the flush.
    setImmediate(() => void this.#run());
  }

  /** Resolves when the record with this seq is durable; never, when the journal has failed. */
  durable(seq: number): Promise<void> {
    if (this.#isTold(seq)) return Promise.resolve();
    return new Promise((wake) => {
      this.#waiters.push({ seq, wake });
    });
  }

  /** The same without a promise. `wake` is called later, never from within, in the order of the calls. */
  whenDurable(waiter: Waiter): void {
    if (this.#isTold(waiter.seq)) queueMicrotask(() => waiter.wake());
    else this.#waiters.push(waiter);
  }

  /** Resolves when nothing is left to flush, or nothing more will be. */
  drained(): Promise<void> {
    if (!this.#running || this.#failed) return Promise.resolve();
    return new Promise((resolve) => {
      this.#idle.push(resolve);
    });
  }

  /** Durable, and nobody who asked before is still to be told of it. */
  #isTold(seq: number): boolean {
    return seq <= this.#durableSeq && this.#waiters.length === 0;
  }

  /** The records of the next batch. */
  #take(count: number): JournalRecord[] {
    if (count < this.#gathering.length) return this.#gathering.splice(0, count);
    const all = this.#gathering;
    this.#gathering = [];
    return all;
  }

  async #run(): Promise<void> {
    try {
      while (this.#gathering.length > 0) await this.#flush(this.#line.within(fillBytes));
      this.#running = false;
      this.#wake();
    } catch (error) {
      this.#failed = true;
      this.#options.failed(error);
    }
    for (const resolve of this.#idle.splice(0)) resolve();
  }

  async #flush(lined: Lined): Promise<void> {
    const { journal, clock, epoch } = this.#options;
    this.#options.sealed?.();
    const writtenAt = clock.now();
    const head = { epoch, firstSeq: this.#durableSeq + 1, writtenAt, previousHash: this.#hash };
    const { batch, hash } = encodeBatch(head, lined);
    const records = this.#take(lined.count);
    this.#line.drop(lined.bytes.length);
    const started = performance.now();
    const written = journal.append(batch);
    // Those who wait for the flush before are told while the disk is busy with this one, and not the other way round.
    const told = this.#waiters.length === 0 ? undefined : this.#wakeSoon();
    await written;
    const tookMs = performance.now() - started;
    await told;
    this.#durableSeq = batch.lastSeq;
    this.#hash = hash;
    this.#options.flushed({ records, seq: batch.lastSeq, hash, tookMs });
  }

  #wakeSoon(): Promise<void> {
    return new Promise((told) => {
      setImmediate(() => {
        this.#wake();
        told();
      });
    });
  }

  #wake(): void {
    if (this.#failed) return;
    const waiters = this.#waiters;
    const still = waiters.findIndex(({ seq }) => seq > this.#durableSeq);
    this.#waiters = still === -1 ? [] : waiters.slice(still);
    const end = still === -1 ? waiters.length : still;
    for (let at = 0; at < end; at += 1) waiters[at]?.wake();
  }
}
