/** A runtime timer does not see the clock being set or the machine asleep: it looks again this often. */
const longestSleepMs = 60_000;
/** Clocks do not tick alike. */
const slackMs = 1;

/** Wakes the sequencer when its next timer is due. */
export class Alarm {
  readonly #ring: () => void;
  #timeout: NodeJS.Timeout | undefined;
  /** Process time at which it rings. */
  #ringsAt = Infinity;

  constructor(ring: () => void) {
    this.#ring = ring;
  }

  /** Rings within `waitMs`, perhaps earlier, to be set again. */
  set(waitMs: number): void {
    const now = performance.now();
    // Nearly every command leaves the schedule as it was: the alarm stays as well.
    if (this.#ringsAt > now && this.#ringsAt <= now + waitMs + slackMs) return;
    const wait = Math.min(Math.max(waitMs, 0), longestSleepMs);
    clearTimeout(this.#timeout);
    this.#ringsAt = now + wait;
    this.#timeout = setTimeout(() => {
      this.#ringsAt = Infinity;
      this.#ring();
    }, wait);
  }

  unset(): void {
    clearTimeout(this.#timeout);
    this.#ringsAt = Infinity;
  }
}
