import type { Clock } from '../../server/src/kernel/clock.ts';

/** Monday 2 March 2026, 10:00 in Rome: where stories begin. */
export const storyStart = Date.UTC(2026, 2, 2, 9);

/**
 * Time that goes on as it does, from the Monday on which stories begin: no test shall see the night, a holiday, or the
 * hour in which a market opens, because it happens to be run then. `TEST_NOW` (RFC 3339) lets it begin elsewhere.
 */
export function runningClock(): Clock {
  const { TEST_NOW: wanted } = process.env;
  const begin = wanted === undefined ? storyStart + 30 * 60_000 : Date.parse(wanted);
  const started = performance.now();
  return { now: () => begin + Math.floor(performance.now() - started) };
}

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
