/** Writes to every store of the folder as fast as it can, then leaves with code 70: what a fault under load does. */
import { openStores } from '../../server/src/adapters/open-stores.ts';
import { Exit } from '../../server/src/exit.ts';

const [, , dataDir = ''] = process.argv;
const exit = new Exit();
const stores = exit.holds(await openStores({ dataDir }));

async function again(write: () => Promise<unknown>): Promise<void> {
  while (!exit.leaving) await write().catch(() => undefined);
}

let folded = await stores.history.checkpoint();
void again(() => stores.history.append((folded += 1), [{ stream: 'line', value: folded }]));
for (const key of ['a', 'b', 'c', 'd'])
  void again(() => stores.vault.commit([{ key, value: Buffer.alloc(100) }]));
setTimeout(
  () => {
    process.stdout.write('leaving\n');
    exit.leave(70);
  },
  40 + Math.random() * 80,
);
