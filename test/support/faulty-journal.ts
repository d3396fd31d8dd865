import { JournalFault, type JournalStore, type StoredBatch } from '../../server/src/ports/journal.ts';

export type DiskError = 'EIO' | 'ENOSPC';

/** Holds appends until a test opens it. */
export interface Gate {
  /** Resolves when at least one append waits here. */
  readonly reached: Promise<void>;
  open(): void;
}

interface Barrier {
  readonly when: 'before' | 'after';
  readonly passed: Promise<void>;
  readonly arrive: () => void;
}

const messages: Record<DiskError, string> = { EIO: 'i/o error', ENOSPC: 'no space left on device' };

/**
 * Any journal, with faults that a test sets: appends held open, appends that fail as a bad or a full disk makes them.
 * After a fault every append is refused, as a real store does; `afterFault` counts those who tried all the same.
 */
export class FaultyJournal implements JournalStore {
  /** Appends begun, appends durable, and appends begun after a fault. */
  begun = 0;
  durable = 0;
  afterFault = 0;
  readonly #inner: JournalStore;
  readonly #failures = new Map<number, DiskError>();
  #barrier: Barrier | undefined;
  #fault: JournalFault | undefined;

  constructor(inner: JournalStore) {
    this.#inner = inner;
  }

  /** Holds the appends from now on: `before` they reach the medium, or `after` they are durable and not yet answered. */
  hold(when: 'before' | 'after' = 'before'): Gate {
    let open = (): void => undefined;
    let arrive = (): void => undefined;
    const passed = new Promise<void>((resolve) => {
      open = resolve;
    });
    const reached = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    const barrier = { when, passed, arrive };
    this.#barrier = barrier;
    return {
      reached,
      open: () => {
        if (this.#barrier === barrier) this.#barrier = undefined;
        open();
      },
    };
  }

  /** Makes the n-th append from now on (1 is the next) fail; nothing of it is kept. */
  fail(nth: number, error: DiskError): void {
    this.#failures.set(this.begun + nth, error);
  }

  async last(): Promise<StoredBatch | undefined> {
    return this.#inner.last();
  }

  async append(batch: StoredBatch): Promise<void> {
    if (this.#fault) {
      this.afterFault += 1;
      throw this.#fault;
    }
    this.begun += 1;
    const failure = this.#failures.get(this.begun);
    await this.#pass('before');
    if (failure) {
      const cause = Object.assign(new Error(`${failure}: ${messages[failure]}, write`), { code: failure });
      this.#fault = new JournalFault('the journal could not be written', { cause });
      throw this.#fault;
    }
    await this.#inner.append(batch);
    this.durable += 1;
    await this.#pass('after');
  }

  read(fromSeq: number): AsyncIterable<StoredBatch> {
    return this.#inner.read(fromSeq);
  }

  async close(): Promise<void> {
    await this.#inner.close();
  }

  async #pass(when: Barrier['when']): Promise<void> {
    const barrier = this.#barrier;
    if (barrier?.when !== when) return;
    barrier.arrive();
    await barrier.passed;
  }
}
