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

  /** Whether one more call may pass now. */
  take(now: number): boolean {
    this.#tokens = Math.min(this.#perSecond * 2, this.#tokens + ((now - this.#at) / 1000) * this.#perSecond);
    this.#at = now;
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }
}
