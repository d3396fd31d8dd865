/** `npm run load-and-kill -- [--rounds N] [--sockets N] [--seed N]`: needs the compiled server (npm run build). */
import { parseArgs } from 'node:util';
import { seeded } from '../random.ts';
import { loadAndKill } from './run.ts';

const { values } = parseArgs({
  options: { rounds: { type: 'string' }, sockets: { type: 'string' }, seed: { type: 'string' } },
});
const rounds = Number(values.rounds ?? 50);
const sockets = Number(values.sockets ?? 50);
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
if (![rounds, sockets].every((n) => Number.isSafeInteger(n) && n > 0) || !Number.isSafeInteger(seed)) {
  console.error('Usage: npm run load-and-kill -- [--rounds N] [--sockets N] [--seed N]');
  process.exit(2);
}
console.log(`SEED=${seed}`);
const started = performance.now();
const progress = (round: number, words: string): void =>
  void process.stderr.write(`round ${round} of ${rounds}: ${words}\n`);
const result = await loadAndKill({ rounds, sockets, random: seeded(seed), progress });
const { given, acknowledged, unanswered, happened, wrong } = result;
console.log(
  `${result.kills} kills in ${Math.round((performance.now() - started) / 1000)} s, ${result.records} records, ${result.trades} trades.`,
);
console.log(
  `${given} commands at ${sockets} sockets: ${acknowledged} acknowledged, ${unanswered} answers lost,`,
);
console.log(
  `of which ${happened} had happened and ${unanswered - happened} had not; each was given again and is there once.`,
);
console.log(`${result.fromSnapshot} checks began from a snapshot as well as from the first record.`);
console.log(
  `${result.resumed} times somebody's stream of own orders went on where a kill had broken it off.`,
);
for (const what of wrong.slice(0, 50)) console.error(what);
console.log(
  wrong.length === 0
    ? 'Nothing acknowledged is missing, nothing was applied twice, the books balance, and the state is what replay gives.'
    : `${wrong.length} faults`,
);
process.exitCode = wrong.length === 0 ? 0 : 1;
