const firstMs = 250;
const longestMs = 60_000;
const doubling = 2;

/** Who rests after an attempt that brought nothing, and for how long: longer each time, and never all at once. */
export class Patience {
  readonly #random: () => number;
  readonly #longestMs: number;
  readonly #resting = new Map<string, { readonly tries: number; readonly untilMs: number }>();
  /** Rests taken since the start. */
  retries = 0;

  /** @param random 0 ≤ x < 1 */
  constructor(random: () => number, longest = longestMs) {
    this.#random = random;
    this.#longestMs = longest;
  }

  /** Rests from `now`, process time in ms. */
  rest(what: string, now: number): void {
    const tries = (this.#resting.get(what)?.tries ?? 0) + 1;
    const wait = Math.min(this.#longestMs, firstMs * doubling ** (tries - 1));
    this.#resting.set(what, { tries, untilMs: now + wait * (0.5 + this.#random() / doubling) });
    this.retries += 1;
  }

  /** When it has rested; 0 for what never did. */
  untilMs(what: string): number {
    return this.#resting.get(what)?.untilMs ?? 0;
  }

  isResting(what: string, now: number): boolean {
    return this.untilMs(what) > now;
  }

  forget(what: string): void {
    this.#resting.delete(what);
  }

  /** When the next one has rested; Infinity where nobody rests. */
  nextMs(now: number): number {
    let next = Infinity;
    for (const { untilMs } of this.#resting.values()) if (untilMs > now) next = Math.min(next, untilMs);
    return next;
  }
}
