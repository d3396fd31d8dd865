/** Stores values one at a time; of those that come while one is being stored, only the newest is stored next. */
export class Newest<T> {
  readonly #store: (value: T) => Promise<void>;
  #waiting: { value: T } | undefined;
  #next: Promise<void> | undefined;
  #storing: Promise<void> = Promise.resolve();

  constructor(store: (value: T) => Promise<void>) {
    this.#store = store;
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
    const taken = this.#waiting;
    this.#next = undefined;
    if (!taken) return;
    this.#storing = this.#store(taken.value);
    await this.#storing;
  }
}
