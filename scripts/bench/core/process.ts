/**
 * The whole core in a process of its own: plays a stream, or settles an auction, and prints its figures as JSON.
 * Arguments: `rate`, file of the stream, limits before it starts; or `auction`, orders, seed.
 */
import { readFileSync } from 'node:fs';
import { busyMs } from '../busy.ts';
import { BareExchange } from './exchange.ts';
import { randomOf } from '../book/workload.ts';
import { gathering, Orders } from './workload.ts';

export interface RateFigures {
  readonly perSecond: number;
  readonly trades: number;
  readonly refused: number;
  readonly bytesPerOrder: number;
}
export interface AuctionFigures {
  readonly ms: number;
  readonly trades: number;
  readonly records: number;
}

const WARM_UP_MS = 1_000;
const MEASURE_MS = 1_000;

/** @throws Error where the market was interrupted: what follows would be another mix */
function play(core: BareExchange, orders: Orders, from: number, to: number): void {
  for (let at = from; at < to; at += 1) core.act(orders.command(at), orders.person(at));
  if (core.market.phase !== 'continuous') throw new Error(`the market is in ${core.market.phase}`);
}

/** On its way through the stream, as often as it gets to its end. */
function warmUp(orders: Orders): void {
  const until = performance.now() + WARM_UP_MS;
  while (performance.now() < until) {
    const core = new BareExchange();
    for (let at = 0; at < orders.steps && performance.now() < until; at += 10_000)
      play(core, orders, at, Math.min(orders.steps, at + 10_000));
  }
}

/** Plays the stream, in fresh venues, until a second was spent on its operations; all but the speed is of the last time. */
function rate(file: string, start: number): RateFigures {
  const bytes = readFileSync(file);
  const orders = new Orders(new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4));
  warmUp(orders);
  let [played, busy] = [0, 0];
  for (;;) {
    const core = new BareExchange();
    play(core, orders, 0, start);
    const [trades, refused, written] = [core.market.trades, core.refused, core.bytes];
    const began = busyMs();
    play(core, orders, start, orders.steps);
    busy += busyMs() - began;
    played += orders.steps - start;
    core.audit();
    if (busy < MEASURE_MS) continue;
    return {
      perSecond: (played / busy) * 1_000,
      trades: core.market.trades - trades,
      refused: core.refused - refused,
      bytesPerOrder: (core.bytes - written) / (orders.steps - start),
    };
  }
}

/** A call gathers so many orders, half of them where they trade, and ends. */
function auction(orders: number, seed: number): AuctionFigures {
  const core = new BareExchange();
  core.beginCall();
  const random = randomOf(seed);
  for (let at = 0; at < orders; at += 1) {
    const { command, person } = gathering(random);
    core.act(command, person);
  }
  if (core.refused > 0) throw new Error(`${core.refused} orders were refused`);
  while (core.market.phase === 'call') core.tick();
  const [before, started] = [core.timers, busyMs()];
  core.tick();
  while (core.market.phase === 'uncross') core.tick();
  const ms = busyMs() - started;
  core.audit();
  return { ms, trades: core.market.trades, records: core.timers - before };
}

const [mode, subject = '', count = '0'] = process.argv.slice(2);
const figures = mode === 'rate' ? rate(subject, Number(count)) : auction(Number(subject), Number(count));
console.log(JSON.stringify(figures));
