/**
 * How long a call auction takes to find its price, plan its trades and take them out of the book: matching alone, no
 * ledger and no journal. The trades are planned in chunks of as many as one journal record settles.
 */
import {
  applyUncross,
  AuctionTrades,
  indicative,
  planUncross,
} from '../../../server/src/domain/market/auction/index.ts';
import { crossedBook, shapeNames, type Shape } from './books.ts';

const ORDERS = 100_000;
const CHUNK = 10_000;
const ROUNDS = 15;
/** What 100,000 orders may take, in milliseconds. */
const LIMIT_MS = 50;

interface Figures {
  readonly priceMs: number;
  readonly totalMs: number;
  readonly trades: number;
  readonly volume: number;
}

function once(shape: Shape, seed: number, trades: AuctionTrades): Figures {
  const book = crossedBook(shape, ORDERS, seed);
  const started = performance.now();
  const found = indicative(book, null);
  if (found === null) throw new Error(`${shape}: nothing trades`);
  const priceMs = performance.now() - started;
  let [count, volume] = [0, 0];
  do {
    planUncross(book, found.price, trades, CHUNK);
    applyUncross(book, trades);
    count += trades.count;
    volume += trades.volume;
  } while (!trades.complete);
  const totalMs = performance.now() - started;
  if (volume !== found.volume) throw new Error(`${shape}: ${volume} traded, ${found.volume} announced`);
  return { priceMs, totalMs, trades: count, volume };
}

/** 100,000 cancels in a call, with the indicative price found anew after every thousandth. Milliseconds. */
function cancels(seed: number): number {
  const book = crossedBook('two thirds cross', ORDERS, seed);
  const started = performance.now();
  for (let id = 1; id <= ORDERS; id += 1) {
    book.remove(book.find(id));
    if (id % 1_000 === 0) indicative(book, null);
  }
  return performance.now() - started;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const ms = (value: number): string => `${value.toFixed(2)} ms`.padStart(10);

/**
 * Prints the figures; `first` is a run on code that nothing has warmed yet, as no venue that took 100,000 orders meets
 * it. Returns whether every median stays within the limit.
 */
export function benchUncross(): boolean {
  let worst = 0;
  console.log(
    `uncross of ${ORDERS} orders, chunks of ${CHUNK} trades, median of ${ROUNDS} (limit ${LIMIT_MS} ms)`,
  );
  for (const shape of shapeNames) {
    const trades = new AuctionTrades();
    const cold = once(shape, 1, trades);
    const rounds = Array.from({ length: ROUNDS }, (_, n) => once(shape, n + 2, trades));
    const total = median(rounds.map(({ totalMs }) => totalMs));
    worst = Math.max(worst, total);
    const parts = [
      `  ${shape.padEnd(18)}`,
      `${ms(total)}, first ${ms(cold.totalMs)}`,
      `, price ${ms(median(rounds.map(({ priceMs }) => priceMs)))}`,
      `, ${cold.trades} trades of ${cold.volume} units`,
    ];
    console.log(parts.join(''));
  }
  const cancelled = median(Array.from({ length: ROUNDS }, (_, n) => cancels(n + 1)));
  console.log(`  ${'100,000 cancels'.padEnd(18)}${ms(cancelled)}, with the indicative price every 1,000`);
  return worst <= LIMIT_MS;
}
