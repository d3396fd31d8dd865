/** The whole core in a process of its own: plays the mix, or settles an auction, and prints its figures as JSON. Arguments: `rate` or `auction`, orders, seed. */
import type { JournalRecord } from '../../../server/src/kernel/record.ts';
import { randomOf } from '../book/workload.ts';
import { BareExchange } from './exchange.ts';
import { Workload, type Step } from './workload.ts';

export interface RateFigures {
  readonly perSecond: number;
  readonly trades: number;
  readonly refused: number;
  readonly timers: number;
  readonly bytesPerOrder: number;
}
export interface AuctionFigures {
  readonly ms: number;
  readonly trades: number;
  readonly records: number;
}

const resting = 12_000;
const chunk = 1_000;

function fill(core: BareExchange, workload: Workload): void {
  while (workload.resting < resting) {
    const step = workload.limit(false);
    const { outcome, seq } = core.act(step);
    if ('rejection' in outcome) throw new Error(outcome.rejection.code);
    workload.rested(seq, step.person);
  }
}

function draw(core: BareExchange, workload: Workload, kind: () => number): Step[] {
  const { book } = core.market;
  const isResting = (order: number): boolean => book.find(order) !== -1;
  const steps: Step[] = [];
  while (steps.length < chunk) {
    const share = kind();
    const step =
      share < 0.6
        ? workload.limit(true)
        : share < 0.9
          ? workload.cancel(isResting)
          : workload.market(book.size, resting);
    if (step !== undefined) steps.push(step);
  }
  return steps;
}

/** Plays a chunk and returns what became of it; an interrupted market goes on by its timers. */
function play(core: BareExchange, steps: readonly Step[]): JournalRecord[] {
  const done: JournalRecord[] = [];
  for (const step of steps) {
    done.push(core.act(step));
    while (core.market.phase !== 'continuous') core.tick();
  }
  return done;
}

/** The drawing of the orders is left out of the time. */
function rate(operations: number, seed: number): RateFigures {
  const core = new BareExchange();
  const workload = new Workload(seed);
  fill(core, workload);
  const kind = randomOf(seed + 1);
  const [tradesBefore, bytesBefore] = [core.market.trades, core.bytes];
  let [took, refused] = [0, 0];
  for (let done = 0; done < operations; done += chunk) {
    const steps = draw(core, workload, kind);
    const started = performance.now();
    const records = play(core, steps);
    took += performance.now() - started;
    for (const { outcome, command, actor, seq } of records) {
      if ('rejection' in outcome) refused += 1;
      else if (command.kind === 'orders.place' && Number(outcome.result['resting']) > 0)
        workload.rested(seq, actor as Step['person']);
    }
  }
  core.audit();
  return {
    perSecond: operations / (took / 1_000),
    trades: core.market.trades - tradesBefore,
    refused,
    timers: core.timers,
    bytesPerOrder: (core.bytes - bytesBefore) / operations,
  };
}

/** A call gathers so many orders, half of them where they trade, and ends. */
function auction(orders: number, seed: number): AuctionFigures {
  const core = new BareExchange();
  core.beginCall();
  const workload = new Workload(seed);
  for (let at = 0; at < orders; at += 1) {
    const { outcome } = core.act(workload.gathering());
    if ('rejection' in outcome && outcome.rejection.code !== 'self_match')
      throw new Error(outcome.rejection.code);
  }
  while (core.market.phase === 'call') core.tick();
  const [before, started] = [core.timers, performance.now()];
  core.tick();
  while (core.market.phase === 'uncross') core.tick();
  const ms = performance.now() - started;
  core.audit();
  return { ms, trades: core.market.trades, records: core.timers - before };
}

const [mode, count, seed] = process.argv.slice(2);
if (mode === 'rate') {
  const until = performance.now() + 1_500;
  while (performance.now() < until) rate(100_000, 1);
}
const figures = (mode === 'rate' ? rate : auction)(Number(count), Number(seed));
console.log(JSON.stringify(figures));
