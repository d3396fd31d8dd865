import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { Run, type Checked, type Delivered } from './run.ts';

const MB = 2 ** 20;
const sampleMs = 10_000;
const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const mb = (bytes: number): string => `${(bytes / MB).toFixed(1)} MB`;
const load = (): string =>
  loadavg()
    .map((one) => one.toFixed(1))
    .join(' ');

interface Plan {
  readonly sockets: number;
  readonly rate: number;
  readonly seconds: number;
  readonly drops: number;
  readonly stalled: number;
  readonly stallSeconds: number;
  readonly minutes: number;
}

const line = (
  name: string,
  { delivered, perCpuSecond, core, frames, tradesPerSecond, cut }: Delivered,
): string =>
  [
    `  ${name.padEnd(24)}`,
    `${whole.format(tradesPerSecond).padStart(6)} trades/s`,
    `${whole.format(delivered).padStart(12)} delivered in ${whole.format(frames)} frames`,
    `core ${core.toFixed(2)}`,
    `${whole.format(perCpuSecond)} per CPU second`,
    cut === 0 ? '' : `${cut} cut`,
  ].join('  ');

const equal = (found: Checked): boolean => found.different === 0 && found.behind === 0;

async function unconflated({ sockets, rate, seconds }: Plan): Promise<Delivered> {
  const run = await Run.open(0);
  await run.subscribe(sockets);
  await run.measure(rate, 1);
  const delivered = await run.measure(rate, seconds);
  await run.end();
  return delivered;
}

/** Memory that lives in the server, sampled over the minutes: its growth from the first to the last third. */
async function soak(run: Run, minutes: number): Promise<number> {
  const samples: number[] = [];
  const until = performance.now() + minutes * 60_000;
  while (performance.now() < until) {
    await pause(Math.min(sampleMs, Math.max(until - performance.now(), 0)));
    const { heap, rss } = await run.figures();
    samples.push(heap);
    console.log(`    ${samples.length * (sampleMs / 1000)} s: ${mb(heap)} live, ${mb(rss)} resident`);
  }
  const third = Math.max(Math.floor(samples.length / 3), 1);
  const mean = (some: readonly number[]): number =>
    some.reduce((a, b) => a + b, 0) / Math.max(some.length, 1);
  return mean(samples.slice(-third)) - mean(samples.slice(0, third));
}

interface Stalled {
  /** How many of them the venue cut. */
  readonly cut: number;
  /** What their waiting cost it, at most, in bytes. */
  readonly cost: number;
}

/** Clients that hang, at four times the pace, until all are cut or the time is over. */
async function stalls(run: Run, { sockets, stalled, stallSeconds, rate }: Plan): Promise<Stalled> {
  await run.pace(rate * 4);
  await pause(1_000);
  const before = await run.figures();
  await run.stall(stalled);
  const until = performance.now() + stallSeconds * 1000;
  for (let cost = 0; ;) {
    await pause(500);
    cost = Math.max(cost, (await run.figures()).heap - before.heap);
    const cut = sockets - (await run.connections());
    if (cut >= stalled || performance.now() > until) return { cut, cost };
  }
}

async function conflated(plan: Plan, alone: Delivered): Promise<readonly (readonly [string, boolean])[]> {
  const run = await Run.open(50);
  await run.subscribe(plan.sockets);
  await run.measure(plan.rate, 1);
  const together = await run.measure(plan.rate, plan.seconds);
  console.log(line('a frame a tick', together));
  const ratio = together.perCpuSecond / alone.perCpuSecond;
  const checks: (readonly [string, boolean])[] = [
    [`delivered per CPU second: ${ratio.toFixed(1)} × one frame an event (wanted ≥ 8)`, ratio >= 8],
  ];
  await run.pace(plan.rate);
  if (plan.minutes > 0) {
    const grown = await soak(run, plan.minutes);
    checks.push([`memory over ${plan.minutes} minutes: ${mb(grown)} more (wanted ≤ 10)`, grown <= 10 * MB]);
  }
  const { tookMs } = await run.drop(plan.drops);
  const found = await run.verify();
  const { resyncs, snapshots } = await run.tally();
  console.log(
    `  ${whole.format(plan.drops)} drops and reconnects in ${(tookMs / 1000).toFixed(1)} s; ${whole.format(snapshots)} snapshots, ${resyncs} resyncs`,
  );
  const books = `${found.checked} books compared with the core’s: ${found.different} differ, ${found.behind} behind`;
  checks.push([books, equal(found)]);
  const { cut: hung, cost } = await stalls(run, plan);
  checks.push([`${plan.stalled} stalled clients: ${mb(cost)} at most (wanted ≤ 50)`, cost <= 50 * MB]);
  checks.push([`${hung} of them cut within ${plan.stallSeconds} s`, hung === plan.stalled]);
  const after = await run.verify();
  const { cut } = await run.tally();
  console.log(`  connections the venue ended among those that read: ${cut}`);
  checks.push([
    `${after.checked} others after it: ${after.different} differ, ${after.behind} behind`,
    equal(after),
  ]);
  await run.end();
  return checks;
}

/**
 * The live feed of one market through the real server: conflation, forced drops, stalled clients. Options: --sockets N,
 * --rate N (trades a second), --seconds N a measurement, --drops N, --stalled N, --stall-seconds N, --minutes N of a soak.
 * True when everything that is wanted holds.
 */
export async function benchFeed(args: readonly string[]): Promise<boolean> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      sockets: text,
      rate: text,
      seconds: text,
      drops: text,
      stalled: text,
      'stall-seconds': text,
      minutes: text,
    },
  });
  const plan: Plan = {
    sockets: Number(values.sockets ?? 1_000),
    rate: Number(values.rate ?? 1_000),
    seconds: Number(values.seconds ?? 6),
    drops: Number(values.drops ?? 10_000),
    stalled: Number(values.stalled ?? 200),
    stallSeconds: Number(values['stall-seconds'] ?? 90),
    minutes: Number(values.minutes ?? 0),
  };
  console.log(
    `${plan.sockets} subscribers of one market, ${plan.rate} trades a second; load average ${load()}`,
  );
  const alone = await unconflated(plan);
  console.log(line('a frame an event', alone));
  const checks = await conflated(plan, alone);
  for (const [what, holds] of checks) console.log(`  ${holds ? 'holds ' : 'MISSED'}  ${what}`);
  console.log(`load average after: ${load()}`);
  return checks.every(([, holds]) => holds);
}
