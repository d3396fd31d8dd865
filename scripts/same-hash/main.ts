/**
 * `npm run same-hash -- [--commands N] [--seed N] [--nodes 20,22,24]`: a market is played on the real kernel over LMDB, with a
 * snapshot in the middle; then each Node replays the journal, starts from the snapshot, and opens the golden journals.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { openStores } from '../../server/src/adapters/open-stores.ts';
import { stateHash } from '../../server/src/kernel/canonical.ts';
import { takeSnapshot } from '../../server/src/kernel/snapshot.ts';
import { TestClock } from '../../test/support/clock.ts';
import { startKernel } from '../../test/support/kernel.ts';
import { beginTrading, trade } from '../golden/trading.ts';

interface Told {
  readonly node: string;
  readonly seq: number;
  readonly from: number;
  readonly hashes: Readonly<Record<string, string>>;
}

const people = 24;
const golden = ['primary', 'trading'];
const { values } = parseArgs({
  options: {
    commands: { type: 'string', default: '20000' },
    seed: { type: 'string' },
    nodes: { type: 'string', default: '20,22,24' },
  },
});
const commands = Number(values.commands);
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
const nodes = values.nodes.split(',');
if (
  ![commands, seed].every(Number.isSafeInteger) ||
  commands < 2 ||
  !nodes.every((one) => /^[\d.]+$/.test(one))
) {
  console.error('Usage: npm run same-hash -- [--commands N] [--seed N] [--nodes 20,22,24]');
  process.exit(2);
}

/** Plays the market and leaves its folder: the state hash as it was while it ran. */
async function play(dataDir: string): Promise<string> {
  const stores = await openStores({ dataDir });
  const kernel = await startKernel({ stores, clock: new TestClock() });
  const { journal, snapshots } = stores;
  const story = await beginTrading(kernel.exchange, kernel.clock, people, seed);
  await trade(story, Math.floor(commands / 2));
  await takeSnapshot({ journal, snapshots, upTo: kernel.exchange.durableSeq });
  await trade(story, Math.ceil(commands / 2));
  await kernel.stop();
  const hash = stateHash(kernel.state);
  await stores.close();
  return hash;
}

async function toldBy(node: string, dataDir: string): Promise<Told> {
  const program = fileURLToPath(new URL('replay.ts', import.meta.url));
  const args = [
    'exec',
    '--yes',
    `--package=node@${node}`,
    '--',
    'node',
    ...process.execArgv,
    program,
    dataDir,
  ];
  const { stdout } = await promisify(execFile)('npm', [...args, ...golden]);
  return JSON.parse(stdout) as Told;
}

console.log(`SEED=${seed}`);
const dataDir = await mkdtemp(join(tmpdir(), 'piazza-same-hash-'));
const lived = await play(dataDir);
console.log(`lived  on Node ${process.version}: ${lived}`);
const all: Told[] = [];
for (const node of nodes) {
  const told = await toldBy(node, dataDir);
  all.push(told);
  for (const [how, hash] of Object.entries(told.hashes)) console.log(`${hash} on Node ${told.node}, ${how}`);
}
await rm(dataDir, { recursive: true });
const [first] = all;
const isSame = all.every(
  ({ hashes }) =>
    JSON.stringify(hashes) === JSON.stringify(first?.hashes) &&
    hashes['replay'] === lived &&
    hashes['snapshot and tail'] === lived,
);
console.log(`${first?.seq} records, the snapshot at ${first?.from}.`);
console.log(isSame ? 'The same everywhere.' : 'THE STATES DIFFER');
process.exitCode = isSame && all.every(({ from }) => from > 0) ? 0 : 1;
