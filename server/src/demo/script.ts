import type { StoryClock } from './clock.ts';

interface Step {
  /** UTC ms on the story's clock. */
  readonly at: number;
  readonly run: () => Promise<unknown>;
  /** Whose it is, where it builds on nothing but what they did before; undefined where it builds on all before it. */
  readonly who: string | undefined;
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
    this.#steps.push({ at, run, who: undefined });
  }

  /** Adds a step that may be under way beside those of other people; it waits for what the same person has under way. */
  addBeside(at: number, who: string, run: () => Promise<unknown>): void {
    this.#steps.push({ at, run, who });
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
    const underWay = new Map<string, Promise<unknown>>();
    const rest = async (done: number): Promise<void> => {
      await Promise.all(underWay.values());
      underWay.clear();
      told(done);
    };
    for (const [done, { at, run, who }] of steps.entries()) {
      const alone = who === undefined || isTimerDue(at);
      if (alone || underWay.has(who) || underWay.size >= together) await rest(done);
      clock.moveTo(at);
      const running = run();
      if (alone) await running;
      else underWay.set(who, running);
    }
    await rest(steps.length);
  }
}
