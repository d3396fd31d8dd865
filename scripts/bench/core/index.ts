import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import type { ProcessFigures } from '../book/process.ts';
import { draw, workloads, type Workload } from '../book/workload.ts';
import type { AuctionFigures, RateFigures } from './process.ts';

const peer = 'nodejs-order-book';
/** How many times as fast as the peer's bare book the whole core is to be, and how long an auction may settle. */
const wantedTimes = 4;
const wantedMs = 500;

const operations = 1_000_000;
const auctionOrders = 100_000;

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const verdict = (holds: boolean, what: string): boolean => {
  console.log(`  ${holds ? 'holds ' : 'MISSED'}  ${what}`);
  return holds;
};

async function run<T>(program: string, ...words: readonly (string | number)[]): Promise<T> {
  const script = [join(import.meta.dirname, program), ...words.map(String)];
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--expose-gc',
    ...process.execArgv,
    ...script,
  ]);
  return JSON.parse(stdout) as T;
}

async function benchRate(rounds: number, workload: Workload): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'piazza-core-'));
  const file = join(folder, workload.name);
  await writeFile(file, new Uint8Array(draw(workload).steps.buffer));
  const mine: RateFigures[] = [];
  const theirs: ProcessFigures[] = [];
  for (let round = 0; round < rounds; round += 1) {
    mine.push(await run<RateFigures>('process.ts', 'rate', operations, workload.seed + round));
    const { resting, maxPrice } = workload;
    theirs.push(await run<ProcessFigures>('../book/process.ts', peer, file, resting, maxPrice, 'rate'));
  }
  await rm(folder, { recursive: true });
  const [first] = mine;
  console.log(`  whole core        ${whole.format(median(mine.map((one) => one.perSecond))).padStart(10)}/s`);
  console.log(
    `  ${peer} ${whole.format(median(theirs.map((one) => one.perSecond))).padStart(10)}/s (its book alone)`,
  );
  if (first !== undefined) {
    const { trades, refused, timers, bytesPerOrder } = first;
    console.log(
      `  ${whole.format(trades)} trades, ${refused} refused, ${timers} timers, ${whole.format(bytesPerOrder)} bytes of journal an order; audited after each round`,
    );
  }
  const ratio = median(mine.map((one, at) => one.perSecond / (theirs[at]?.perSecond ?? Infinity)));
  return verdict(
    ratio >= wantedTimes,
    `${ratio.toFixed(1)} × ${peer} (wanted ≥ ${wantedTimes}, median of ${rounds} rounds)`,
  );
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
 * peer, on the same mix: 60 % limits, 30 % cancels, 10 % markets, about 12,000 orders at rest. Then the settlement of a
 * big auction. Each run in a process of its own. Options: --rounds N (3).
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
