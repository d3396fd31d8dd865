/**
 * `npm run settle -- [--seed N] [--investors 200] [--kills 100] [--messages 10000] [--brisk]`: real money's path through the real SDK,
 * with a provider, a network and a process at their worst; at the end both books are the same to the cent.
 */
import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { settle } from './run.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
    investors: { type: 'string', default: '200' },
    kills: { type: 'string', default: '100' },
    messages: { type: 'string', default: '10000' },
    brisk: { type: 'boolean', default: false },
  },
});
const [seed, investors, kills, messages] = [values.seed, values.investors, values.kills, values.messages].map(
  Number,
);
if (![seed, investors, kills, messages].every(Number.isSafeInteger)) {
  console.error('Usage: npm run settle -- [--seed N] [--investors 200] [--kills 100] [--messages 10000]');
  process.exit(2);
}

const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
const again = `npm run settle -- --seed ${seed} --investors ${investors} --kills ${kills} --messages ${messages}${values.brisk ? ' --brisk' : ''}`;
console.log(`Settling at commit ${commit}, seed ${seed}.`);
const begun = performance.now();
const result = await settle({
  seed: seed as number,
  investors: investors as number,
  kills: kills as number,
  messages: messages as number,
  brisk: values.brisk,
  progress: (words) => process.stderr.write(`${words}\n`),
});
const { told, wrong, refused } = result;
const whole = new Intl.NumberFormat('en');
const { webhooks, calls } = told;
console.log(
  [
    `${investors} investors, ${Math.round(result.halfDays / 2)} days, ${result.kills} kills, ${whole.format(result.records)} records, ${((performance.now() - begun) / 1_000).toFixed(0)} s`,
    `offers: ${Object.entries(result.offers)
      .map(([name, status]) => `${name} ${status}`)
      .join(', ')}`,
    `calls: ${whole.format(calls.total)}, of which ${calls.failed} answered 500, ${calls.cut} done and not answered, ${calls.replayed} replayed`,
    `messages: ${whole.format(webhooks.delivered)} delivered, ${webhooks.duplicated} twice, ${webhooks.shuffled} shuffled, ${webhooks.lost} lost, ${webhooks.refused} times not answered; ${whole.format(result.messages)} taken`,
    ...Object.entries(result.sums)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, cents]) => `  ${name}: €${(cents / 100).toFixed(2)}`),
    ...[...refused].map(([name, count]) => `  refused: ${name} ${count}`),
  ].join('\n'),
);
if (wrong.length === 0)
  console.log('0 cents wrong at either side, nothing charged or paid out twice, the books agree.');
else {
  console.error(
    `SEED=${seed} at commit ${commit}: ${wrong.length} faults\n${wrong.join('\n')}\nKept: ${result.folder}\nAgain: ${again}`,
  );
  process.exitCode = 1;
}
