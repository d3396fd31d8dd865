import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import type { ProcessFigures } from '../book/process.ts';
import { draw, workloads, type Workload } from '../book/workload.ts';
import { engineFlags } from '../../ready/engine.mjs';
import type { AuctionFigures, RateFigures } from './process.ts';
import { workload } from './workload.ts';

const peer = 'nodejs-order-book';
/** How many times as fast as the peer's bare book the whole core is to be, and how long an auction may settle. */
const wantedTimes = 4;
const wantedMs = 500;

const auctionOrders = 100_000;

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const perSecond = (one: ProcessFigures | undefined): number => one?.perSecond ?? Infinity;
const verdict = (holds: boolean, what: string): boolean => {
  console.log(`  ${holds ? 'holds ' : 'MISSED'}  ${what}`);
  return holds;
};

async function run<T>(program: string, ...words: readonly (string | number)[]): Promise<T> {
  const script = [join(import.meta.dirname, program), ...words.map(String)];
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--expose-gc',
    // As the server runs, and the peer likewise.
    ...engineFlags,
    ...process.execArgv,
    ...script,
  ]);
  return JSON.parse(stdout) as T;
}

type Peer = (drawn: Workload, file: string) => Promise<ProcessFigures>;
const peerOn: Peer = ({ resting, maxPrice }, file) =>
  run<ProcessFigures>('../book/process.ts', peer, file, resting, maxPrice, 'rate');

const line = (name: string, speeds: readonly number[], what: string): void =>
  console.log(`  ${name.padEnd(18)} ${whole.format(median(speeds)).padStart(10)}/s ${what}`);

async function benchRate(rounds: number, shallow: Workload): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'piazza-core-'));
  const fileOf = (one: Workload): string => join(folder, one.name);
  for (const one of [workload, shallow]) await writeFile(fileOf(one), new Uint8Array(draw(one).steps.buffer));
  const mine: RateFigures[] = [];
  const best: ProcessFigures[] = [];
  // Once is enough: it takes the peer long, and decides nothing but whether both did the same.
  const same = await peerOn(workload, fileOf(workload));
  for (let round = 0; round < rounds; round += 1) {
    mine.push(await run<RateFigures>('process.ts', 'rate', fileOf(workload), workload.resting));
    best.push(await peerOn(shallow, fileOf(shallow)));
  }
  await rm(folder, { recursive: true });
  const speeds = mine.map((one) => one.perSecond);
  line('whole core', speeds, `on the stream "${workload.name}"`);
  line(peer, [same.perSecond], 'its book alone, on the same stream');
  line(peer, best.map(perSecond), `its book alone, on "${shallow.name}", ten times as many prices`);
  const [one] = mine;
  if (one === undefined) return false;
  const { trades, refused, bytesPerOrder } = one;
  console.log(
    `  ${whole.format(refused)} refused, ${whole.format(bytesPerOrder)} bytes of journal an order; audited at the end`,
  );
  const agree = verdict(
    trades === same.trades,
    `${whole.format(trades)} trades, the peer's ${whole.format(same.trades)}`,
  );
  // Beside the stream on which the peer is faster: queues as long as a venue's ladder makes them are not what it is made for.
  const ratio = median(speeds.map((speed, at) => speed / Math.max(perSecond(best[at]), same.perSecond)));
  const wanted = `(wanted ≥ ${wantedTimes}, median of ${rounds} rounds)`;
  return verdict(ratio >= wantedTimes, `${ratio.toFixed(1)} × ${peer} where it is faster ${wanted}`) && agree;
}

async function benchAuction(rounds: number): Promise<boolean> {
  const found: AuctionFigures[] = [];
  for (let round = 0; round < rounds; round += 1)
    found.push(await run<AuctionFigures>('process.ts', 'auction', auctionOrders, 11 + round));
  const ms = median(found.map((one) => one.ms));
  const what = `${whole.format(found[0]?.trades ?? 0)} trades in ${found[0]?.records ?? 0} records`;
  return verdict(
    ms <= wantedMs,
    `an auction of ${whole.format(auctionOrders)} orders settled in ${whole.format(ms)} ms, ${what} (wanted ≤ ${wantedMs} ms)`,
  );
}

/**
 * The whole core without a disk (decide, hold, match, settle, fold, encode for the journal) beside the bare book of a
 * peer, on the same stream: 60 % limits, 30 % cancels, 10 % markets, about 12,000 orders at rest. Then the settlement of a
 * big auction. Each run in a process of its own, by the time its thread had of a core. Options: --rounds N (3).
 */
export async function benchCore(args: readonly string[]): Promise<boolean> {
  const options = { rounds: { type: 'string' } } as const;
  const { values } = parseArgs({ args: [...args], strict: false, options });
  const rounds = Number(values.rounds ?? 3);
  const [shallow] = workloads;
  if (shallow === undefined) return false;
  console.log(`node ${process.version}; load average ${loadavg()[0]?.toFixed(1)}`);
  const rate = await benchRate(rounds, shallow);
  const auction = await benchAuction(rounds);
  return rate && auction;
}
