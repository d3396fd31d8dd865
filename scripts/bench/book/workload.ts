import { type BenchBook, type BenchOptions, create } from '../book-adapter.ts';

/** A stream of operations as columns of integers. */
export const KIND = 0;
export const SIDE = 1;
export const PRICE = 2;
export const QUANTITY = 3;
/** The order's id, or the one to cancel. */
export const ID = 4;
export const columns = 5;
export const kinds = { limit: 0, cancel: 1, market: 2 } as const;

export interface Workload {
  readonly name: string;
  readonly maxPrice: number;
  readonly operations: number;
  readonly seed: number;
  /** Limits placed before the first operation, and so how many orders are at rest all along. */
  readonly resting: number;
  /** How far from the middle, in ticks, limits lie. */
  readonly reach: number;
  /** How often a limit moves the middle by a tick, as a share of them. */
  readonly wander: number;
}

const operations = 1_000_000;
const maxPrice = 20_000;
export const workloads: readonly Workload[] = [
  { name: 'shallow', maxPrice, operations, seed: 20_260_714, resting: 12_000, reach: 400, wander: 0.02 },
  { name: 'deep', maxPrice, operations, seed: 20_260_715, resting: 235_000, reach: 4_000, wander: 0.02 },
];

/** Numbers of [0, 1) that depend on the seed alone (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Orders at rest, from which a random one can be drawn. */
class Living {
  readonly #ids: number[] = [];
  readonly #places = new Map<number, number>();

  get size(): number {
    return this.#ids.length;
  }
  add(id: number): void {
    this.#places.set(id, this.#ids.length);
    this.#ids.push(id);
  }
  delete(id: number): void {
    const place = this.#places.get(id);
    const last = this.#ids.pop();
    if (place === undefined || last === undefined) throw new Error(`order ${id} is not at rest`);
    this.#places.delete(id);
    if (last === id) return;
    this.#ids[place] = last;
    this.#places.set(last, place);
  }
  draw(share: number): number {
    return this.#ids[Math.floor(share * this.#ids.length)] ?? 0;
  }
}

export interface Stream {
  /** The limits placed before, then the operations, `columns` integers each. */
  readonly steps: Int32Array;
  readonly trades: number;
  /** Orders at rest after each operation: on average, the fewest and the most. */
  readonly resting: { readonly average: number; readonly least: number; readonly most: number };
}

/** Plays the operations while it draws them: a cancel means an order at rest, but one in twenty comes too late. */
class Draft {
  readonly steps: Int32Array;
  trades = 0;
  #at = 0;
  #middle: number;
  #taken = 0;
  readonly #workload: Workload;
  readonly #random: () => number;
  readonly #living = new Living();
  readonly #left = new Map<number, number>();
  readonly #book: BenchBook;

  constructor(workload: Workload) {
    this.#workload = workload;
    this.#random = randomOf(workload.seed);
    this.#middle = workload.maxPrice / 2;
    const steps = workload.resting + workload.operations;
    this.steps = new Int32Array(steps * columns);
    const onTrade: BenchOptions['onTrade'] = (maker, _taker, _price, units) => this.#trade(maker, units);
    this.#book = create({ maxOrderId: steps, maxPrice: workload.maxPrice, onTrade });
  }

  get resting(): number {
    return this.#living.size;
  }

  cancel(): void {
    const random = this.#random;
    const late = 1 + Math.floor(random() * this.#at);
    const id = random() < 0.05 ? late : this.#living.draw(random());
    this.#write(kinds.cancel, 0, 0, 0, id);
    if (!this.#book.cancel(id)) return;
    this.#living.delete(id);
    this.#left.delete(id);
  }

  /** The fuller the book, the more limits reach over to the other side, so that the number at rest stays about the same. */
  limit(): void {
    const random = this.#random;
    const { reach, wander, maxPrice: top, resting } = this.#workload;
    const side = random() < 0.5 ? 0 : 1;
    if (random() < wander) this.#middle += random() < 0.5 ? 1 : -1;
    const reachesOver = this.#isFull && random() < 0.24 * (this.#living.size / resting) ** 8;
    const away = reachesOver ? -Math.ceil(reach / 20) : 1 + Math.floor(random() ** 2 * reach);
    const price = Math.min(top, Math.max(1, side === 0 ? this.#middle - away : this.#middle + away));
    this.#submit(kinds.limit, side, price, 1 + Math.floor(random() * 100));
  }

  market(): void {
    const random = this.#random;
    this.#submit(kinds.market, random() < 0.5 ? 0 : 1, 0, 1 + Math.floor(random() * 100));
  }

  get #isFull(): boolean {
    return this.#at >= this.#workload.resting;
  }

  #submit(kind: 0 | 2, side: 0 | 1, price: number, units: number): void {
    const id = this.#at + 1;
    this.#write(kind, side, price, units, id);
    this.#taken = 0;
    this.#book.submit({ id, side, type: kind === kinds.limit ? 0 : 1, price, qty: units, ioc: 0 });
    if (kind === kinds.market || this.#taken === units) return;
    this.#living.add(id);
    this.#left.set(id, units - this.#taken);
  }

  #trade(maker: number, units: number): void {
    this.trades += 1;
    this.#taken += units;
    const left = (this.#left.get(maker) ?? 0) - units;
    this.#left.set(maker, left);
    if (left > 0) return;
    this.#left.delete(maker);
    this.#living.delete(maker);
  }

  #write(...row: [kind: number, side: number, price: number, units: number, id: number]): void {
    this.steps.set(row, this.#at * columns);
    this.#at += 1;
  }
}

/** 60 % limits around a middle that wanders, 30 % cancels, 10 % markets, after the limits that fill the book. */
export function draw(workload: Workload): Stream {
  const draft = new Draft(workload);
  const kind = randomOf(workload.seed + 1);
  for (let at = 0; at < workload.resting; at += 1) draft.limit();
  const before = draft.trades;
  let [sum, least, most] = [0, Infinity, 0];
  for (let at = 0; at < workload.operations; at += 1) {
    const share = kind();
    if (share < 0.6) draft.limit();
    else if (share < 0.9) draft.cancel();
    else draft.market();
    sum += draft.resting;
    least = Math.min(least, draft.resting);
    most = Math.max(most, draft.resting);
  }
  const resting = { average: Math.round(sum / workload.operations), least, most };
  return { steps: draft.steps, trades: draft.trades - before, resting };
}
