/**
 * `npm run golden -- primary|trading`: plays the story with the code that is checked out and keeps its journal under
 * test/golden, where every later version must open it. A file that is there is never written again: it stands for the
 * code that wrote it (`primary` for that of the first milestone, commit c61f124, before there were markets).
 * `npm run golden -- hashes`: writes down the hashes of the states they give now, after a change of `evolveVersion`.
 */
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { evolveVersion } from '../../server/src/domain/venue/index.ts';
import { stateHash } from '../../server/src/kernel/canonical.ts';
import { restore } from '../../server/src/kernel/restore.ts';
import { TestClock } from '../../test/support/clock.ts';
import { startKernel, type Kernel } from '../../test/support/kernel.ts';
import { storeKits } from '../../test/support/stores.ts';
import { readJournal, writeJournal } from './file.ts';
import { primaryStory } from './primary.ts';
import { beginTrading, trade } from './trading.ts';

const folder = fileURLToPath(new URL('../../test/golden/', import.meta.url));
const seed = 20_261_123;
type Play = (kernel: Kernel) => Promise<void>;

const stories: Readonly<Record<string, Play>> = {
  primary: ({ exchange, clock }) => primaryStory(exchange, clock),
  trading: async ({ exchange, clock }) => trade(await beginTrading(exchange, clock, 10, seed), 1_500),
};

async function write(file: string, play: Play): Promise<void> {
  if (existsSync(file)) throw new Error(`${file} is there: what is written stays as it is`);
  const [memory] = storeKits;
  if (memory === undefined) throw new Error('no stores');
  const kit = await memory.open();
  const kernel = await startKernel({ stores: kit, clock: new TestClock() });
  await play(kernel);
  await kernel.stop();
  if (kernel.faults.length > 0) throw new Error(String(kernel.faults[0]));
  await writeJournal(file, kit.journal);
  await kit.destroy();
}

async function writeHashes(): Promise<void> {
  const journals: Record<string, object> = {};
  for (const name of Object.keys(stories)) {
    const { state, head } = await restore({ journal: await readJournal(join(folder, `${name}.journal.gz`)) });
    journals[name] = { seq: head.seq, hash: head.hash, stateHash: stateHash(state) };
  }
  const file = join(folder, 'golden.json');
  const text = `${JSON.stringify({ evolveVersion, journals }, undefined, 2)}\n`;
  await writeFile(file, text);
  process.stdout.write(await readFile(file, 'utf8'));
}

const name = process.argv[2] ?? '';
const play = stories[name];
if (play !== undefined) await write(join(folder, `${name}.journal.gz`), play);
else if (name === 'hashes') await writeHashes();
else {
  console.error('Usage: npm run golden -- primary|trading|hashes');
  process.exitCode = 2;
}
