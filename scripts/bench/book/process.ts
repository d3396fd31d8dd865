/**
 * One engine, one stream, one process, so that no engine meets code that another one shaped: plays the stream, clocks its
 * operations when asked to, and prints the figures as JSON. Arguments: engine, file of the stream, limits before it
 * starts, greatest price, `clocked` or `rate`.
 */
import { readFileSync } from 'node:fs';
import { busyMs } from '../busy.ts';
import { engines, type Engine } from './engines.ts';
import { clock, play, TradeHash } from './play.ts';
import { columns } from './workload.ts';

export interface ProcessFigures {
  readonly perSecond: number;
  readonly trades: number;
  readonly hash: string;
  readonly clocked: Clocked | null;
}
export interface Clocked {
  readonly p50Ns: number;
  readonly p99Ns: number;
  readonly p999Ns: number;
  /** What reading the clock twice takes, contained in the others. */
  readonly clockNs: number;
  /** Memory in use after half of the stream, and what the other half added to it. */
  readonly heldBytes: number;
  readonly addedBytes: number;
}

const WARM_UP_MS = 1_000;
const MEASURE_MS = 1_000;
const [name = '', file = '', before = '0', top = '1', mode = 'rate'] = process.argv.slice(2);
const bytes = readFileSync(file);
const steps = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
const start = Number(before);
const end = steps.length / columns;

function open(hash: TradeHash): Engine {
  const make = engines[name];
  if (make === undefined) throw new Error(`no engine ${name}`);
  return make({ maxOrderId: end, maxPrice: Number(top), onTrade: hash.add });
}

/** The same time for each engine, on its way through the stream, as often as it gets to its end. */
function warmUp(): void {
  const until = performance.now() + WARM_UP_MS;
  while (performance.now() < until) {
    const engine = open(new TradeHash());
    for (let at = 0; at < end && performance.now() < until; at += 10_000) {
      play(engine, steps, at, Math.min(end, at + 10_000));
    }
  }
}

/** Plays the stream, on fresh books, until a second was spent on its operations; the trades are those of one time. */
function rate(): Omit<ProcessFigures, 'clocked'> {
  let played = 0;
  let busy = 0;
  for (;;) {
    const hash = new TradeHash();
    const engine = open(hash);
    play(engine, steps, 0, start);
    const began = busyMs();
    play(engine, steps, start, end);
    busy += busyMs() - began;
    played += end - start;
    if (busy >= MEASURE_MS)
      return { perSecond: (played / busy) * 1_000, trades: hash.trades, hash: hash.text };
  }
}

/** What is held on the heap and in arrays. Memory of dead arrays is given back by the collection after the next. */
function used(): number {
  for (let times = 0; times < 4; times += 1) globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

const at = (sorted: Float64Array, share: number): number =>
  sorted[Math.floor((sorted.length - 1) * share)] ?? 0;

function clocked(): Clocked {
  const half = Math.floor((end - start) / 2);
  const took = new Float64Array(half);
  const idle = new Float64Array(100_000);
  const none: Engine = { submit: () => undefined, cancel: () => false };
  clock(none, steps, start, idle);
  const empty = used();
  const engine = open(new TradeHash());
  play(engine, steps, 0, start + half);
  const held = used();
  clock(engine, steps, start + half, took);
  const added = used() - held;
  // Reading the engine here keeps it from being collected before it was weighed.
  engine.cancel(1);
  took.sort();
  idle.sort();
  return {
    p50Ns: at(took, 0.5),
    p99Ns: at(took, 0.99),
    p999Ns: at(took, 0.999),
    clockNs: at(idle, 0.5),
    heldBytes: held - empty,
    addedBytes: added,
  };
}

warmUp();
const figures: ProcessFigures = { ...rate(), clocked: mode === 'clocked' ? clocked() : null };
console.log(JSON.stringify(figures));
