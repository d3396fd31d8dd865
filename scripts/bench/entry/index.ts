import { loadavg, tmpdir } from 'node:os';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { engineFlags } from '../../ready/engine.mjs';
import { Child } from './child.ts';
import { median, middle, type Figures } from './figures.ts';
import type { Job } from './load.ts';
import type { Buckets } from './profile.ts';
import type { PreparedMarket } from './venue.ts';

type Serving = PreparedMarket & { readonly url: string };
type Road = Job['road'];

interface Measured extends Figures {
  /** Share of one core that the server had, all its threads together. */
  readonly cpu: number;
  /** Its processor time for one order, in µs, and that of its main thread alone. */
  readonly cpuUs: number;
  readonly mainUs: number;
}

interface Spent {
  readonly cpuMs: number;
  readonly mainMs: number;
}

interface Server {
  readonly child: Child;
  readonly serving: Serving;
}

interface Place {
  readonly server: Server;
  readonly load: Child;
  readonly seconds: number;
}

/** As `npm start` gives them to the server, and the peers likewise. */
const asStarted = engineFlags;
const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

async function measure({ server, load, seconds }: Place, road: Road): Promise<Measured> {
  const { child, serving } = server;
  const before = await child.ask<Spent>('figures');
  const started = performance.now();
  const figures = await load.ask<Figures>({ ...serving, road, seconds } satisfies Job);
  const tookMs = performance.now() - started;
  const after = await child.ask<Spent>('figures');
  const cpuMs = after.cpuMs - before.cpuMs;
  const perOrder = (ms: number): number => (1000 * ms) / figures.all;
  const mainUs = perOrder(after.mainMs - before.mainMs);
  return { ...figures, cpu: cpuMs / tookMs, cpuUs: perOrder(cpuMs), mainUs };
}

const overall = (rounds: readonly Measured[]): Measured => ({
  ...middle(rounds),
  cpu: median(rounds.map(({ cpu }) => cpu)),
  cpuUs: median(rounds.map(({ cpuUs }) => cpuUs)),
  mainUs: median(rounds.map(({ mainUs }) => mainUs)),
});

const line = (
  name: string,
  { perSecond, p50Ms, p99Ms, refused, cpu, cpuUs, mainUs, codes }: Measured,
): string =>
  [
    `  ${name.padEnd(37)}`,
    `${whole.format(perSecond).padStart(8)}/s`,
    `p50 ${p50Ms.toFixed(2)} ms`.padStart(15),
    `p99 ${p99Ms.toFixed(2)} ms`.padStart(16),
    `cores ${cpu.toFixed(2)}`.padStart(12),
    `${cpuUs.toFixed(0)} µs/order`.padStart(15),
    `${mainUs.toFixed(0)} on its main thread`.padStart(23),
    refused === 0 ? '' : `  ${whole.format(refused)} refused ${JSON.stringify(codes)}`,
  ].join('');

const serve = async (
  program: string,
  args: readonly string[] = [],
  more: readonly string[] = [],
): Promise<Server> => {
  const child = new Child(program, args, more);
  return { child, serving: await child.said<Serving>() };
};

const words: Readonly<Record<string, string>> = {
  socket: 'single calls, 50 sockets × 8',
  batch: 'batches of 20, 50 sockets × 2',
  http: 'HTTP, 50 connections × 8',
  alone: 'HTTP, 400 connections × 1',
  paced: '1,000 orders a second, paced',
};

const ratio = (of: Measured, to: Measured): number => of.perSecond / to.perSecond;
const verdict = (what: string, found: number, wanted: number): string =>
  `  ${found >= wanted ? 'holds' : 'MISSED'}  ${what}: ${found.toFixed(2)} (wanted ≥ ${wanted})`;

/** A round more, not counted, that tells what the main thread of the server is busy with. */
async function profiled(place: Place, road: Road): Promise<void> {
  await place.server.child.ask('profile');
  await measure(place, road);
  const buckets = await place.server.child.ask<Buckets>('buckets');
  console.log(`what the server's main thread is busy with, ${words[road] ?? road}`);
  for (const [what, share] of buckets) console.log(`  ${(100 * share).toFixed(1).padStart(5)} %  ${what}`);
}

async function runRounds(
  rounds: number,
  seconds: number,
  servers: Readonly<Record<'lmdb' | 'memory' | 'express' | 'bare', Server>>,
): Promise<Map<string, Measured[]>> {
  const found = new Map<string, Measured[]>();
  const load = new Child('load-process.ts');
  const take = async (server: keyof typeof servers, road: Road): Promise<void> => {
    const measured = await measure({ server: servers[server], load, seconds }, road);
    const name = `${server} ${road}`;
    found.set(name, [...(found.get(name) ?? []), measured]);
  };
  for (let one = 0; one < rounds; one += 1) {
    await take('lmdb', 'socket');
    await take('memory', 'socket');
    await take('lmdb', 'batch');
    await take('memory', 'batch');
    for (const road of ['http', 'alone'] as const)
      for (const server of ['lmdb', 'express', 'bare'] as const) await take(server, road);
    // A quiet market is not one whose surveillance has yet to read what the storm before it left.
    await servers.lmdb.child.ask('calm');
    await take('lmdb', 'paced');
  }
  await profiled({ server: servers.lmdb, load, seconds }, 'socket');
  await profiled({ server: servers.lmdb, load, seconds }, 'batch');
  await profiled({ server: servers.lmdb, load, seconds }, 'http');
  load.kill();
  return found;
}

/** What the disk alone takes to make 64 KB durable, so that the figures can be read on a disk that others use as well. */
async function disk(folder: string): Promise<string> {
  const file = await open(join(folder, 'disk'), 'w');
  const block = Buffer.alloc(65_536, 1);
  const took: number[] = [];
  for (let at = 0; at < 200; at += 1) {
    const started = performance.now();
    await file.write(block, 0, block.length, at * block.length);
    await file.datasync();
    took.push(performance.now() - started);
  }
  await file.close();
  const sorted = took.toSorted((a, b) => a - b);
  return `64 KB made durable by the disk alone: p50 ${sorted[100]?.toFixed(2)} ms, p99 ${sorted[198]?.toFixed(2)} ms`;
}

const load = (): string =>
  `load average ${loadavg()
    .map((one) => one.toFixed(1))
    .join(' ')}`;

function report(found: ReadonlyMap<string, Measured[]>): boolean {
  const of = (name: string): Measured => overall(found.get(name) ?? []);
  console.log('durable (LMDB)');
  for (const road of ['socket', 'batch', 'http', 'alone', 'paced'])
    console.log(line(words[road] ?? road, of(`lmdb ${road}`)));
  console.log('without durability (memory)');
  for (const road of ['socket', 'batch']) console.log(line(words[road] ?? road, of(`memory ${road}`)));
  console.log('peer: a bare Express JSON route');
  for (const road of ['http', 'alone']) console.log(line(words[road] ?? road, of(`express ${road}`)));
  console.log('for comparison: http.createServer, answering at once');
  for (const road of ['http', 'alone']) console.log(line(words[road] ?? road, of(`bare ${road}`)));
  const pairs = (name: string, other: string): number =>
    median((found.get(name) ?? []).map((one, at) => ratio(one, found.get(other)?.[at] ?? one)));
  const { p50Ms, p99Ms } = of('lmdb paced');
  const checks: [string, number, number][] = [
    ['durable to undurable, single', pairs('lmdb socket', 'memory socket'), 0.7],
    ['batches of 20 to single', pairs('lmdb batch', 'lmdb socket'), 2],
    ['HTTP order entry to bare Express, 50 × 8', pairs('lmdb http', 'express http'), 2.5],
    ['2 ms to the p50 at 1,000 a second', 2 / p50Ms, 1],
    ['10 ms to the p99 at 1,000 a second', 10 / p99Ms, 1],
  ];
  for (const check of checks) console.log(verdict(...check));
  return checks.every(([, value, wanted]) => value >= wanted);
}

/**
 * Order entry through the real server, load and server in processes of their own on the same machine.
 * Options: --rounds N, --seconds N. True when everything that is wanted holds.
 */
export async function benchEntry(args: readonly string[]): Promise<boolean> {
  const { values } = parseArgs({
    args: [...args],
    options: { rounds: { type: 'string' }, seconds: { type: 'string' } },
  });
  const folder = await mkdtemp(join(tmpdir(), 'piazza-entry-'));
  console.log(`before: ${load()}; ${await disk(folder)}`);
  const servers = {
    lmdb: await serve('venue-process.ts', ['lmdb', join(folder, 'lmdb')], asStarted),
    memory: await serve('venue-process.ts', ['memory', join(folder, 'memory')], asStarted),
    express: await serve('express-process.ts', [], asStarted),
    bare: await serve('http-process.ts', [], asStarted),
  };
  const holds = report(await runRounds(Number(values.rounds ?? 3), Number(values.seconds ?? 3), servers));
  console.log(`after: ${load()}; ${await disk(folder)}`);
  for (const { child } of Object.values(servers)) await child.end();
  await rm(folder, { recursive: true, force: true });
  return holds;
}
