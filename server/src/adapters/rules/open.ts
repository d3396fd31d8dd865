import { StoreClosed } from '../../ports/closed.ts';

/** Tells a closed store from an open one, for every adapter alike. */
export class OpenFlag {
  readonly #what: string;
  #open = true;

  constructor(what: string) {
    this.#what = what;
  }

  /** @throws StoreClosed when it has been closed. */
  assert(): void {
    if (!this.#open) throw new StoreClosed(`the ${this.#what} is closed`);
  }

  /** Closes; false when it was closed before. */
  close(): boolean {
    const was = this.#open;
    this.#open = false;
    return was;
  }
}
