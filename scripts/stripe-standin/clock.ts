/** Something that is due at a moment of the stand-in's own time. */
interface Due {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
}

const longestWait = 2 ** 31 - 1;

/** The stand-in's own time: real time plus an offset that only grows, and what is due as it passes. */
export class Clock {
  readonly #real: () => number;
  #offset = 0;
  #due: Due[] = [];
  #order = 0;
  #timer: NodeJS.Timeout | undefined;

  /** `real`: milliseconds since 1970. */
  constructor(real: () => number = Date.now) {
    this.#real = real;
  }

  /** Milliseconds since 1970. */
  ms(): number {
    return this.#real() + this.#offset;
  }

  /** Whole seconds since 1970, as Stripe stamps. */
  now(): number {
    return Math.floor(this.ms() / 1000);
  }

  /** Has `run` run once `seconds` have passed; never before this call returned. */
  after(seconds: number, run: () => void): void {
    this.#order += 1;
    const entry = { at: this.ms() + seconds * 1000, order: this.#order, run };
    const index = this.#due.findLastIndex(({ at }) => at <= entry.at);
    this.#due.splice(index + 1, 0, entry);
    this.#arm();
  }

  /** Runs what is due by now, in its order. */
  runDue(): void {
    for (let next = this.#due[0]; next !== undefined && next.at <= this.ms(); next = this.#due[0]) {
      this.#due.shift();
      next.run();
    }
    this.#arm();
  }

  /** Lets time pass; whatever falls due on the way sees the moment at which it was due. */
  advance(seconds: number): void {
    const target = this.ms() + seconds * 1000;
    for (let next = this.#due[0]; next !== undefined && next.at <= target; next = this.#due[0]) {
      this.#due.shift();
      this.#offset += Math.max(0, next.at - this.ms());
      next.run();
    }
    this.#offset += Math.max(0, target - this.ms());
    this.#arm();
  }

  /** How much waits to fall due. */
  get waiting(): number {
    return this.#due.length;
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#due = [];
  }

  #arm(): void {
    clearTimeout(this.#timer);
    const next = this.#due[0];
    if (next === undefined) return;
    const wait = Math.min(longestWait, Math.max(1, next.at - this.ms()));
    this.#timer = setTimeout(() => this.runDue(), wait);
    this.#timer.unref();
  }
}
