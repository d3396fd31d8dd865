import { expect } from 'chai';

/** The time in the middle; of two in the middle the shorter. */
export const median = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor((times.length - 1) / 2)] ?? 0;

/**
 * Times of one promise, each of which is told. The promise is judged by their median: a machine that has other things to
 * do holds up one or the other, but not half of them; a product that is slow is slow more often than not.
 */
export class Promptness {
  readonly #promise: string;
  readonly #times: { readonly what: string; readonly ms: number }[] = [];

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
    this.#times.push({ what, ms });
  }

  /** Tells every time, the longest first. @throws AssertionError when the median is above `ms` */
  judge(ms: number): void {
    const sorted = this.#times.toSorted((a, b) => b.ms - a.ms);
    const lines = sorted.map((time) => `    ${time.ms.toFixed(0).padStart(6)} ms  ${time.what}`);
    console.log([`  ${this.#promise}`, ...lines].join('\n'));
    expect(this.#times, this.#promise).not.to.deep.equal([]);
    expect(median(this.#times.map((time) => time.ms)), `${this.#promise}, ms`).to.be.at.most(ms);
  }
}

/** A machine that has other things to do may be so many times slower. */
const slower = 5;

/**
 * A promise that is measured only once: the time is told, and may be what was promised, on a slower machine.
 * @throws AssertionError when it is longer
 */
export function inTime(what: string, ms: number, promisedMs: number): void {
  console.log(`    ${ms.toFixed(0)} ms of ${promisedMs}: ${what}`);
  expect(ms, `${what}, ms`).to.be.within(0, promisedMs * slower);
}
