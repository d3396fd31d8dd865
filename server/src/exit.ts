import type { Stores } from './adapters/open-stores.ts';

/** Longest that what is being written may take to end. */
const patienceMs = 500;
/** A write ends a turn or two after its store was told to close. */
const lastTurnsMs = 20;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * The end of the process. Never by `process.exit` alone: LMDB writes in a thread that waits for the runtime in the
 * middle of a transaction, the exit waits for the thread, and so neither ever ends while the store's lock is held
 * (under load that was every second exit). So the stores take no more writes, end those under way, and then it goes.
 */
export class Exit {
  #stores: Pick<Stores, 'close'> | undefined;
  #leaving = false;

  /** Whether the end has begun. */
  get leaving(): boolean {
    return this.#leaving;
  }

  /** Keeps the stores that are open, to close them at the end. */
  holds<T extends Pick<Stores, 'close'>>(stores: T): T {
    this.#stores = stores;
    return stores;
  }

  /** Ends the process within about half a second; the first code counts. */
  leave(code: number): void {
    if (this.#leaving) return;
    this.#leaving = true;
    const closed = this.#stores?.close().catch(() => undefined);
    const ended = Promise.resolve(closed).then(() => pause(lastTurnsMs));
    void Promise.race([ended, pause(patienceMs)]).then(() => process.exit(code));
  }
}
