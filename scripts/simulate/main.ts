/**
 * `npm run simulate -- [--seed N | --seeds A..B] [--commands M] [--store memory|lmdb] [--people P] [--again] [--paid]`: a seeded market on the
 * real kernel, with crashes, faults and jumps of the clock, against a slow twin and an auditor.
 */
import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { simulate, type Result, type Simulation } from './run.ts';

const usage =
  'Usage: npm run simulate -- [--seed N | --seeds A..B] [--commands M] [--store memory|lmdb] [--people P] [--again] [--paid]';
const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    seeds: { type: 'string' },
    commands: { type: 'string', default: '50000' },
    store: { type: 'string', default: 'memory' },
    people: { type: 'string', default: '24' },
    again: { type: 'boolean', default: false },
    paid: { type: 'boolean', default: false },
  },
});

function seedsOf(): readonly [number, number] {
  const one = values.seed ?? String(Math.floor(Math.random() * 2 ** 31));
  const [, first, last] = /^(\d+)\.\.(\d+)$/.exec(values.seeds ?? `${one}..${one}`) ?? [];
  return [Number(first), Number(last)];
}

const [first, last] = seedsOf();
const commands = Number(values.commands);
const people = Number(values.people);
const { store, again, paid } = values;
if (
  ![first, last, commands, people].every(Number.isSafeInteger) ||
  last < first ||
  (store !== 'memory' && store !== 'lmdb')
) {
  console.error(usage);
  process.exit(2);
}

const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
const whole = new Intl.NumberFormat('en');
const begun = Date.now();
const seconds = (): number => (Date.now() - begun) / 1_000;
let [total, trades] = [0, 0];

const line = (
  seed: number,
  { given, trades: traded, records, starts, snapshots, days, hash }: Result,
): string =>
  `seed ${seed}: ${whole.format(given)} commands, ${whole.format(records)} records, ${whole.format(traded)} trades ` +
  `in ${days} days, ${starts} starts, ${snapshots} snapshots, state ${hash.slice(0, 12)}`;

async function play(simulation: Simulation): Promise<readonly string[]> {
  const result = await simulate(simulation).catch((error: unknown) => error as Error);
  if (result instanceof Error) return [result.stack ?? result.message];
  total += result.given;
  trades += result.trades;
  console.log(`${line(simulation.seed, result)} (${whole.format(Math.round(total / seconds()))} commands/s)`);
  if (first === last)
    console.log(
      [...result.counts]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([what, count]) => `  ${count} ${what}`)
        .join('\n'),
    );
  return result.faults;
}

console.log(`Simulating at commit ${commit}.`);
let told = 0;
for (let seed = first; seed <= last && process.exitCode === undefined; seed += 1) {
  const progress = (given: number): void => {
    if (seconds() - told < 10) return;
    told = seconds();
    process.stderr.write(`seed ${seed}: ${given} of ${commands}\n`);
  };
  const faults = await play({ seed, commands, store, people, again, paid, progress });
  if (faults.length === 0) continue;
  console.error(`SEED=${seed} at commit ${commit}: ${faults.length} faults`);
  for (const what of faults) console.error(what);
  console.error(
    `Again: npm run simulate -- --seed ${seed} --commands ${commands} --store ${store} --people ${people}`,
  );
  process.exitCode = 1;
}
if (process.exitCode === undefined)
  console.log(`${whole.format(total)} commands, ${whole.format(trades)} trades: nothing was wrong.`);
