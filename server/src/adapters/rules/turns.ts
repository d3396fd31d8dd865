/** Runs jobs one after another, in the order they came. A job that fails does not stop the next. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  async run<T>(job: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(job);
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  /** Resolves when every job taken so far has ended. */
  async idle(): Promise<void> {
    await this.#last;
  }
}
