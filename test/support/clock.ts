import type { Clock } from '../../server/src/kernel/clock.ts';

/** Monday 2 March 2026, 10:00 in Rome: where stories begin. */
export const storyStart = Date.UTC(2026, 2, 2, 9);

/** Real time as the venue's core sees it: it stands still until a test moves it. */
export class TestClock implements Clock {
  #now: number;
  constructor(now: number = storyStart) {
    this.#now = now;
  }
  now(): number {
    return this.#now;
  }
  /** Moves ahead; timers become due at the next command. To let deadlines pass at once, advance the venue's clock. */
  tick(ms: number): void {
    this.#now += ms;
  }
}
