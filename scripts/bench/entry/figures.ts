/** What one measurement gave. Times in ms. */
export interface Figures {
  readonly perSecond: number;
  /** Orders answered. */
  readonly answers: number;
  /** The same with the warm-up: all that the server had work with. */
  readonly all: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly refused: number;
  /** Refusals by code. */
  readonly codes: Readonly<Record<string, number>>;
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.floor((sorted.length - 1) * share)] ?? 0;

export const median = (values: readonly number[]): number =>
  at(
    values.toSorted((a, b) => a - b),
    0.5,
  );

/** Counts answers and how long each took. */
export class Tally {
  readonly #tookMs: number[] = [];
  readonly #codes: Record<string, number> = {};
  #answers = 0;
  #refused = 0;

  get answers(): number {
    return this.#answers;
  }

  /** @param count orders that came with one answer */
  answered(tookMs: number, count = 1): void {
    this.#tookMs.push(tookMs);
    this.#answers += count;
  }

  refused(code: string): void {
    this.#refused += 1;
    this.#codes[code] = (this.#codes[code] ?? 0) + 1;
  }

  /** @param before answers of the warm-up */
  figures(seconds: number, before: number): Figures {
    const sorted = this.#tookMs.toSorted((a, b) => a - b);
    return {
      perSecond: this.#answers / seconds,
      answers: this.#answers,
      all: before + this.#answers,
      p50Ms: at(sorted, 0.5),
      p99Ms: at(sorted, 0.99),
      refused: this.#refused,
      codes: this.#codes,
    };
  }
}

/** The middle of several rounds, figure by figure. */
export const middle = (rounds: readonly Figures[]): Figures => ({
  perSecond: median(rounds.map(({ perSecond }) => perSecond)),
  answers: median(rounds.map(({ answers }) => answers)),
  all: median(rounds.map(({ all }) => all)),
  p50Ms: median(rounds.map(({ p50Ms }) => p50Ms)),
  p99Ms: median(rounds.map(({ p99Ms }) => p99Ms)),
  refused: median(rounds.map(({ refused }) => refused)),
  codes: rounds.at(-1)?.codes ?? {},
});
