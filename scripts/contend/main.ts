/**
 * `npm run contend -- [--seed N] [--rounds 500] [--attempts 200]`: that many attempts at once to withdraw, commit or spend
 * the same balance, so many rounds. Exactly one wins each.
 */
import { parseArgs } from 'node:util';
import { storeKits } from '../../test/support/stores.ts';
import { contend } from './contend.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
    rounds: { type: 'string', default: '500' },
    attempts: { type: 'string', default: '200' },
  },
});
const [seed, rounds, attempts] = [values.seed, values.rounds, values.attempts].map(Number) as [
  number,
  number,
  number,
];
const store = storeKits.find(({ name }) => name === 'lmdb');
if (store === undefined || ![seed, rounds, attempts].every(Number.isSafeInteger)) {
  console.error('Usage: npm run contend -- [--seed N] [--rounds N] [--attempts N]');
  process.exit(2);
}
const begun = Date.now();
const kit = await store.open();
const { won, refused, faults } = await contend(kit, { seed, rounds, attempts });
await kit.destroy();
const said = (of: ReadonlyMap<string, number>): string =>
  [...of]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([what, times]) => `${what} ${times}`)
    .join(', ');
console.log(
  `seed ${seed}: ${rounds} rounds of ${attempts} attempts in ${Math.round((Date.now() - begun) / 1_000)} s`,
);
console.log(`won: ${said(won)}`);
console.log(`refused: ${said(refused)}`);
for (const fault of faults.slice(0, 20)) console.error(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
