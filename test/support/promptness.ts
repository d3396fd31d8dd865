import { expect } from 'chai';

/** The time in the middle; of two in the middle the shorter. */
const median = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor((times.length - 1) / 2)] ?? 0;

/** Computing that is enough to meet whatever else wants the processor, ms. */
const sampleMs = 25;

/** How much longer than its own computing this process takes just now: 1 where the machine has nothing else to do. */
export function slowness(): number {
  const [began, used] = [performance.now(), process.cpuUsage()];
  for (;;) {
    const { user, system } = process.cpuUsage(used);
    const computedMs = (user + system) / 1_000;
    if (computedMs >= sampleMs) return Math.max(1, (performance.now() - began) / computedMs);
  }
}

/** One time that was measured, and how slow the machine was then. */
export interface Measured {
  readonly ms: number;
  readonly slowness: number;
}

/**
 * What times come to that one promise was kept in, as on a machine that has nothing else to do: their median. A busy
 * machine holds up one or the other, but not half of them; a product that is slow is slow more often than not.
 */
export const fairMs = (times: readonly Measured[]): number =>
  median(times.map((time) => time.ms / time.slowness));

/** Times of one promise, each of which is told. */
export class Promptness {
  readonly #promise: string;
  readonly #times: (Measured & { readonly what: string })[] = [];

  constructor(promise: string) {
    this.#promise = promise;
  }

  /** Waits for what has just been caused, as long as it may take, and notes how long that was. */
  async of<T>(what: string, comes: Promise<T>): Promise<T> {
    const began = performance.now();
    const come = await comes;
    this.note(what, performance.now() - began);
    return come;
  }

  note(what: string, ms: number): void {
    this.#times.push({ what, ms, slowness: slowness() });
  }

  /** Tells every time, the longest first. @throws AssertionError when they come to more than `ms` */
  judge(ms: number): void {
    const lines = this.#times
      .toSorted((a, b) => b.ms - a.ms)
      .map((time) => `    ${time.ms.toFixed(0).padStart(6)} ms  ${time.what}`);
    console.log([`  ${this.#promise} (fair: ${fairMs(this.#times).toFixed(0)} ms)`, ...lines].join('\n'));
    expect(this.#times, this.#promise).not.to.deep.equal([]);
    expect(fairMs(this.#times), `${this.#promise}, ms`).to.be.at.most(ms);
  }
}

/** Of one time alone nobody knows what held it up. */
const leeway = 5;

/** A promise that is measured only once: the time is told. @throws AssertionError when it is far longer than promised */
export function inTime(what: string, ms: number, promisedMs: number): void {
  console.log(`    ${ms.toFixed(0)} ms of ${promisedMs}: ${what}`);
  expect(ms, `${what}, ms`).to.be.within(0, promisedMs * leeway * slowness());
}
