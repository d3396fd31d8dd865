/**
 * `npm run surveil -- [--seeds A..B] [--verbose]`: plants each pattern of abuse in markets that are clean otherwise, and
 * counts what the detectors find; then plays markets in which there is nothing to be found, and counts what they find there.
 */
import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { detectors, type Detector } from '@piazza/shared/policy';
import { playClean, playPlanted } from './run.ts';

const usage = 'Usage: npm run surveil -- [--seeds A..B] [--only DETECTOR] [--verbose]';
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1..50' },
    only: { type: 'string' },
    verbose: { type: 'boolean', default: false },
  },
});
const [, first, last] = (/^(\d+)\.\.(\d+)$/.exec(values.seeds) ?? []).map(Number);
const chosen = detectors.filter((name) => values.only === undefined || values.only === name);
if (first === undefined || last === undefined || last < first || chosen.length === 0) {
  console.error(usage);
  process.exit(2);
}

const whole = new Intl.NumberFormat('en');
const percent = (part: number, all: number): string =>
  all === 0 ? '–' : `${((part / all) * 100).toFixed(1)} %`;
const recallLeast = 0.95;
const falseMost = 1;

interface Count {
  planted: number;
  found: number;
  falseAlerts: number;
  missed: number[];
}
const counts = new Map<Detector, Count>(
  detectors.map((name) => [name, { planted: 0, found: 0, falseAlerts: 0, missed: [] }]),
);
const countOf = (name: Detector): Count => counts.get(name) as Count;

function plantAll(from: number, to: number): void {
  for (const name of chosen)
    for (let seed = from; seed <= to; seed += 1) {
      const { planted, found, astray } = playPlanted(seed, name);
      for (const one of astray) {
        countOf(one.detector).falseAlerts += 1;
        if (values.verbose) console.log(`${name}, seed ${seed}: ${JSON.stringify(one)}`);
      }
      if (!planted) continue;
      countOf(name).planted += 1;
      if (found) countOf(name).found += 1;
      else countOf(name).missed.push(seed);
    }
}

interface Clean {
  orders: number;
  trades: number;
  alerts: number;
}

function playAllClean(from: number, to: number): Clean {
  const sum: Clean = { orders: 0, trades: 0, alerts: 0 };
  for (let seed = from; seed <= to; seed += 1)
    for (const kind of ['many', 'few'] as const)
      for (const model of ['continuous', 'auction'] as const) {
        const { orders, trades, alerts } = playClean(seed, kind, model);
        sum.orders += orders;
        sum.trades += trades;
        sum.alerts += alerts.length;
        for (const one of alerts) {
          countOf(one.detector).falseAlerts += 1;
          if (values.verbose) console.log(`clean ${kind} ${model}, seed ${seed}: ${JSON.stringify(one)}`);
        }
      }
  return sum;
}

const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
console.log(
  `Seeds ${first}..${last} at commit ${commit}. Each seed plants each pattern once, where its market has room.`,
);
plantAll(first, last);
const clean = values.only === undefined ? playAllClean(first, last) : { orders: 0, trades: 0, alerts: 0 };

console.log(
  ['detector'.padEnd(20), 'planted', 'found', 'recall', 'false', 'precision', 'missed seeds'].join('\t'),
);
let short = 0;
for (const name of chosen) {
  const { planted, found, falseAlerts, missed } = countOf(name);
  if (found < recallLeast * planted) short += 1;
  const row = [
    name.padEnd(20),
    planted,
    found,
    percent(found, planted),
    falseAlerts,
    percent(found, found + falseAlerts),
  ];
  console.log([...row, missed.join(' ')].join('\t'));
}
if (clean.orders > 0) {
  const rate = (clean.alerts / clean.orders) * 10_000;
  console.log(
    `Clean: ${whole.format(clean.orders)} orders, ${whole.format(clean.trades)} trades, ${clean.alerts} alerts: ` +
      `${rate.toFixed(3)} per 10,000 orders.`,
  );
  if (rate > falseMost) short += 1;
}
if (short > 0) process.exitCode = 1;
