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

  /** Whether so many more calls may pass now, all or none. */
  take(now: number, calls = 1): boolean {
    this.#tokens = Math.min(this.#perSecond * 2, this.#tokens + ((now - this.#at) / 1000) * this.#perSecond);
    this.#at = now;
    if (this.#tokens < calls) return false;
    this.#tokens -= calls;
    return true;
  }
}
