import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { meta } from '../book-adapter.ts';
import { engines } from './engines.ts';
import type { ProcessFigures } from './process.ts';
import { draw, type Stream, type Workload, workloads } from './workload.ts';

const program = join(import.meta.dirname, 'process.ts');
const ours: string = meta.name;
/** How many times as fast as the others the book is to be, and how long one operation in a hundred may take. */
const wanted: Readonly<Record<string, number>> = { 'nodejs-order-book': 40, 'orderbook-match-engine': 15 };
const P99_NS = 1_000;

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const sorted = (values: readonly number[]): number[] => values.toSorted((a, b) => a - b);
const median = (values: readonly number[]): number => sorted(values)[Math.floor(values.length / 2)] ?? 0;
const verdict = (holds: boolean, what: string): boolean => {
  console.log(`  ${holds ? 'holds ' : 'MISSED'}  ${what}`);
  return holds;
};

async function measure(
  engine: string,
  file: string,
  workload: Workload,
  mode: string,
): Promise<ProcessFigures> {
  const script = [program, engine, file, String(workload.resting), String(workload.maxPrice), mode];
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--expose-gc',
    ...process.execArgv,
    ...script,
  ]);
  return JSON.parse(stdout) as ProcessFigures;
}

function line(name: string, rounds: readonly ProcessFigures[]): string {
  const speeds = rounds.map(({ perSecond }) => perSecond);
  const clocked = rounds[0]?.clocked;
  const parts = [
    `  ${name.padEnd(24)}`,
    `${whole.format(median(speeds)).padStart(11)}/s`,
    ` (${whole.format(Math.min(...speeds))}–${whole.format(Math.max(...speeds))})`.padEnd(26),
  ];
  if (clocked) {
    const { p50Ns, p99Ns, p999Ns, heldBytes, addedBytes } = clocked;
    parts.push(
      `p50 ${whole.format(p50Ns)} ns, p99 ${whole.format(p99Ns)} ns, p99.9 ${whole.format(p999Ns)} ns`,
    );
    parts.push(`; ${whole.format(heldBytes / 1024)} KB, then ${whole.format(addedBytes / 1024)} KB more`);
  }
  return parts.join('');
}

/** Prints the figures of one workload; false when something wanted does not hold. */
function report(stream: Stream, found: ReadonlyMap<string, ProcessFigures[]>): boolean {
  for (const [name, rounds] of found) console.log(line(name, rounds));
  const all = [...found.values()].flat();
  const mine = found.get(ours) ?? [];
  const hashes = new Set(all.map(({ hash, trades }) => `${trades} trades, hash ${hash}`));
  const checks = [verdict(hashes.size === 1, `identical trades: ${[...hashes].join(' / ')}`)];
  for (const [name, times] of Object.entries(wanted)) {
    const ratio = median(
      (found.get(name) ?? []).map((one, at) => (mine[at]?.perSecond ?? 0) / one.perSecond),
    );
    checks.push(
      verdict(ratio >= times, `${ratio.toFixed(1)} × ${name} (wanted ≥ ${times}, median of the rounds)`),
    );
  }
  const clocked = mine[0]?.clocked;
  if (clocked) {
    const { p99Ns, clockNs, addedBytes } = clocked;
    const clock = `${whole.format(clockNs)} ns of it the clock`;
    checks.push(verdict(p99Ns <= P99_NS, `p99 ${whole.format(p99Ns)} ns, ${clock} (wanted ≤ ${P99_NS} ns)`));
    const { least, most } = stream.resting;
    // What the orders at rest may take: their number moves between these two, 64 bytes and two table entries each.
    const allowance = (most - least) * 80 + 64 * 1024;
    const growth = `${whole.format(addedBytes)} bytes more after another half million operations`;
    checks.push(verdict(addedBytes <= allowance, `${growth} (wanted ≤ ${whole.format(allowance)})`));
  }
  return checks.every(Boolean);
}

async function benchWorkload(workload: Workload, rounds: number, folder: string): Promise<boolean> {
  const stream = draw(workload);
  const file = join(folder, workload.name);
  await writeFile(file, new Uint8Array(stream.steps.buffer));
  const { average, least, most } = stream.resting;
  const resting = `${whole.format(average)} at rest (${whole.format(least)}–${whole.format(most)})`;
  console.log(
    `${workload.name}: ${whole.format(workload.operations)} operations, ${resting}, seed ${workload.seed}`,
  );
  const found = new Map<string, ProcessFigures[]>(Object.keys(engines).map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, figures] of found) {
      figures.push(await measure(name, file, workload, round === 0 ? 'clocked' : 'rate'));
    }
  }
  return report(stream, found);
}

/**
 * The matching book beside two engines of the npm registry, on the same streams of operations: each run in a process of
 * its own, the engines in turn, by the time their thread had of a core. Options: --rounds N (3), --workload shallow|deep. True when everything wanted holds.
 */
export async function benchBook(args: readonly string[]): Promise<boolean> {
  const { values } = parseArgs({
    args: [...args],
    strict: false,
    options: { rounds: { type: 'string' }, workload: { type: 'string' } },
  });
  const load = (): string =>
    loadavg()
      .map((one) => one.toFixed(1))
      .join(' ');
  const folder = await mkdtemp(join(tmpdir(), 'piazza-book-'));
  console.log(`60 % limits, 30 % cancels, 10 % markets; node ${process.version}; load average ${load()}`);
  let holds = true;
  for (const workload of workloads) {
    if (values['workload'] !== undefined && values['workload'] !== workload.name) continue;
    holds = (await benchWorkload(workload, Number(values['rounds'] ?? 3), folder)) && holds;
  }
  await rm(folder, { recursive: true });
  console.log(`load average ${load()}`);
  return holds;
}
