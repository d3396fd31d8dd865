import type { Writable } from 'node:stream';

const onTerminalMs = 200;
const elsewhereMs = 5_000;
const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** Tells how far a long reading has come: a line that counts on a terminal, one now and then elsewhere. */
export class Progress {
  readonly #out: Writable & { readonly isTTY?: boolean };
  readonly #what: string;
  readonly #total: number;
  readonly #began = performance.now();
  #told = performance.now();
  #seq: number;
  readonly #first: number;

  constructor(out: Writable, what: string, first: number, total: number) {
    this.#out = out;
    this.#what = what;
    this.#first = first;
    this.#seq = first - 1;
    this.#total = total;
  }

  /** Seconds since it began. */
  get seconds(): number {
    return (performance.now() - this.#began) / 1000;
  }

  /** Records a second so far. */
  get rate(): number {
    return (this.#seq + 1 - this.#first) / Math.max(this.seconds, 0.001);
  }

  readonly reached = (seq: number): void => {
    this.#seq = seq;
    const now = performance.now();
    if (now - this.#told < (this.#out.isTTY === true ? onTerminalMs : elsewhereMs)) return;
    this.#told = now;
    const share = Math.floor((100 * (seq + 1 - this.#first)) / Math.max(1, this.#total + 1 - this.#first));
    // A server that goes on writes more than there was at the beginning.
    const text = `${this.#what}: record ${whole.format(seq)}, ${Math.min(share, 100)} %, ${whole.format(this.rate)} a second`;
    this.#out.write(this.#out.isTTY === true ? `\r\u001b[K${text}` : `${text}\n`);
  };

  /** Clears the counting line. */
  end(): void {
    if (this.#out.isTTY === true) this.#out.write('\r\u001b[K');
  }

  /** What was done, in words. */
  summary(): string {
    const count = this.#seq + 1 - this.#first;
    return `${whole.format(count)} records in ${this.seconds.toFixed(1)} s, ${whole.format(this.rate)} a second`;
  }
}
