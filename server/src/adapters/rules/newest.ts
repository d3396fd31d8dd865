/** Stores values one at a time; of those that come while one is being stored, only the newest is stored next. */
export class Newest<T> {
  readonly #store: (value: T) => Promise<void>;
  readonly #restMs: number;
  #waiting: { value: T } | undefined;
  #next: Promise<void> | undefined;
  #storing: Promise<void> = Promise.resolve();
  #storedAt = -Infinity;

  /** @param restMs time between the end of one and the beginning of the next, so that storing takes no more than its share */
  constructor(store: (value: T) => Promise<void>, restMs = 0) {
    this.#store = store;
    this.#restMs = restMs;
  }

  /** Resolves when this value, or a newer one, is stored. @throws what storing it throws. */
  async write(value: T): Promise<void> {
    this.#waiting = { value };
    this.#next ??= this.#afterThis();
    await this.#next;
  }

  /** Resolves when nothing is being stored any more. */
  async idle(): Promise<void> {
    await Promise.allSettled([this.#storing, this.#next]);
  }

  async #afterThis(): Promise<void> {
    await this.#storing.catch(() => undefined);
    const restMs = this.#storedAt + this.#restMs - performance.now();
    if (restMs > 0) await new Promise((rested) => setTimeout(rested, restMs));
    const taken = this.#waiting;
    this.#next = undefined;
    if (!taken) return;
    this.#storing = this.#store(taken.value).finally(() => {
      this.#storedAt = performance.now();
    });
    await this.#storing;
  }
}
