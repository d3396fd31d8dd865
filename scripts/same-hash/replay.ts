/** `replay.ts FOLDER GOLDEN…`: says, as a line of JSON, what this Node makes of the journals: states, and how it began. */
import { fileURLToPath } from 'node:url';
import { openReader } from '../../server/src/adapters/open-stores.ts';
import { stateHash } from '../../server/src/kernel/canonical.ts';
import { restore } from '../../server/src/kernel/restore.ts';
import { readJournal } from '../golden/file.ts';

const [, , dataDir = '', ...names] = process.argv;
const hashes: Record<string, string> = {};
const { journal, head, snapshots, close } = await openReader({ dataDir });
const whole = await restore({ journal, head });
hashes['replay'] = stateHash(whole.state);
const short = await restore({ journal, snapshots });
hashes['snapshot and tail'] = stateHash(short.state);
for (const name of names) {
  const path = fileURLToPath(new URL(`../../test/golden/${name}.journal.gz`, import.meta.url));
  hashes[`golden ${name}`] = stateHash((await restore({ journal: await readJournal(path) })).state);
}
console.log(JSON.stringify({ node: process.version, seq: whole.head.seq, from: short.from, hashes }));
await close();
