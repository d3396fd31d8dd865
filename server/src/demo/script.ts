import type { StoryClock } from './clock.ts';

interface Step {
  /** UTC ms on the story's clock. */
  readonly at: number;
  readonly run: () => Promise<unknown>;
  /** Whether it builds on the outcome of what comes before it. */
  readonly alone: boolean;
}

/** Steps that may wait for the journal together: one flush then serves them all. */
const together = 64;

/** What happens in the story, in any order; played by time. */
export class Script {
  readonly #steps: Step[] = [];

  get length(): number {
    return this.#steps.length;
  }

  /** Adds a step that waits for all before it. */
  add(at: number, run: () => Promise<unknown>): void {
    this.#steps.push({ at, run, alone: true });
  }

  /** Adds a step whose command needs nobody's answer: it may be under way beside others. */
  addBeside(at: number, run: () => Promise<unknown>): void {
    this.#steps.push({ at, run, alone: false });
  }

  /**
   * Plays every step at its time; `told` hears how many are done. Where a timer of the venue is due first, the step waits
   * for what is under way, and what follows waits for both. @throws what a step throws: the story ends there.
   */
  async play(
    clock: StoryClock,
    isTimerDue: (at: number) => boolean,
    told: (done: number) => void,
  ): Promise<void> {
    const steps = this.#steps.toSorted((a, b) => a.at - b.at);
    let underWay: Promise<unknown>[] = [];
    for (const [done, { at, run, ...step }] of steps.entries()) {
      const alone = step.alone || isTimerDue(at);
      if (alone || underWay.length >= together) {
        await Promise.all(underWay);
        underWay = [];
        told(done);
      }
      clock.moveTo(at);
      const running = run();
      if (alone) await running;
      else underWay.push(running);
    }
    await Promise.all(underWay);
    told(steps.length);
  }
}
