import { mkdtemp, rm, stat } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Child } from '../entry/child.ts';

interface Told {
  readonly tookMs: number;
  readonly filledMs: number;
  readonly hash: string;
  readonly seq: number;
  readonly rss: number;
}

const program = '../restart/restart-process.ts';
const wantedSeconds = 30;
const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
/** What the process tells; it goes without closing anything, as a crash would have it. */
async function run(...args: string[]): Promise<Told> {
  const child = new Child(program, args);
  const told = await child.said<Told>();
  await child.leave();
  return told;
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

/**
 * A start from a journal whose tail of orders no snapshot covers, and the same with the history lost as well.
 * Options: --orders N (a million). True when the first takes at most 30 s and the state is what it was.
 */
export async function benchRestart(args: readonly string[]): Promise<boolean> {
  const { values } = parseArgs({ args: [...args], options: { orders: { type: 'string' } } });
  const orders = values.orders ?? '1000000';
  const folder = await mkdtemp(join(tmpdir(), 'piazza-restart-'));
  console.log(
    `load average ${loadavg()
      .map((one) => one.toFixed(1))
      .join(' ')}`,
  );
  const before = await run('fill', folder, orders);
  const { size } = await stat(join(folder, 'journal', 'data.mdb'));
  console.log(
    `  ${whole.format(Number(orders))} orders taken in ${seconds(before.filledMs)}; journal of ${whole.format(size / 1e6)} MB`,
  );
  const after = await run('start', folder);
  const perSecond = whole.format(before.seq / (after.tookMs / 1000));
  console.log(
    `  start in ${seconds(after.tookMs)}: ${perSecond} records a second, ${whole.format(after.rss / 1e6)} MB`,
  );
  await rm(join(folder, 'history'), { recursive: true });
  const rebuilt = await run('start', folder);
  console.log(`  start in ${seconds(rebuilt.tookMs)} with the history lost and written anew`);
  const same = before.hash === after.hash && before.hash === rebuilt.hash;
  const holds = same && after.tookMs <= wantedSeconds * 1000;
  console.log(`  ${same ? 'the state is what it was' : 'THE STATE IS ANOTHER'}`);
  console.log(`  ${holds ? 'holds ' : 'MISSED'} wanted: a start within ${wantedSeconds} s`);
  console.log(
    `load average ${loadavg()
      .map((one) => one.toFixed(1))
      .join(' ')}`,
  );
  await rm(folder, { recursive: true });
  return holds;
}
