import type { BenchOptions, BenchOrder } from '../book-adapter.ts';
import type { Engine } from './engines.ts';
import { columns, ID, KIND, kinds, PRICE, QUANTITY, SIDE } from './workload.ts';

/** Plays steps [from, to) of a stream on an engine. */
export function play(engine: Engine, steps: Int32Array, from: number, to: number): void {
  const order: BenchOrder = { id: 0, side: 0, type: 0, price: 0, qty: 0, ioc: 0 };
  for (let base = from * columns; base < to * columns; base += columns) step(engine, steps, base, order);
}

/** Plays them one by one and notes how long each took, in nanoseconds, reading the clock included. */
export function clock(engine: Engine, steps: Int32Array, from: number, took: Float64Array): void {
  const order: BenchOrder = { id: 0, side: 0, type: 0, price: 0, qty: 0, ioc: 0 };
  for (let at = 0; at < took.length; at += 1) {
    const before = performance.now();
    step(engine, steps, (from + at) * columns, order);
    took[at] = (performance.now() - before) * 1e6;
  }
}

function step(engine: Engine, steps: Int32Array, base: number, order: BenchOrder): void {
  const kind = steps[base + KIND] as number;
  if (kind === kinds.cancel) {
    engine.cancel(steps[base + ID] as number);
    return;
  }
  order.id = steps[base + ID] as number;
  order.side = steps[base + SIDE] as 0 | 1;
  order.type = kind === kinds.market ? 1 : 0;
  order.price = steps[base + PRICE] as number;
  order.qty = steps[base + QUANTITY] as number;
  engine.submit(order);
}

/** A fingerprint of a stream of trades, in order (FNV-1a over 32-bit words). */
export class TradeHash {
  trades = 0;
  #hash = 0x811c9dc5 | 0;

  readonly add: BenchOptions['onTrade'] = (maker, taker, price, units) => {
    this.trades += 1;
    let hash = Math.imul(this.#hash ^ maker, 16_777_619);
    hash = Math.imul(hash ^ taker, 16_777_619);
    hash = Math.imul(hash ^ price, 16_777_619);
    this.#hash = Math.imul(hash ^ units, 16_777_619);
  };

  get text(): string {
    return (this.#hash >>> 0).toString(16).padStart(8, '0');
  }
}
