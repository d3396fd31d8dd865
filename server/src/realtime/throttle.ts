/** A token bucket: `perSecond` calls a second, twice as many at once. */
export class Throttle {
  readonly #perSecond: number;
  #tokens: number;
  #at: number;

  /** @param now real time in ms */
  constructor(perSecond: number, now: number) {
    this.#perSecond = perSecond;
    this.#tokens = perSecond * 2;
    this.#at = now;
  }

  /** For how many ms so many more calls must wait, all of them; 0 where they pass now, Infinity where they never will. */
  take(now: number, calls = 1): number {
    this.#tokens = Math.min(this.#perSecond * 2, this.#tokens + ((now - this.#at) / 1000) * this.#perSecond);
    this.#at = now;
    if (calls > this.#perSecond * 2) return Infinity;
    if (this.#tokens < calls) return ((calls - this.#tokens) / this.#perSecond) * 1000;
    this.#tokens -= calls;
    return 0;
  }
}
