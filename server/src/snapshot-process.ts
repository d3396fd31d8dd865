import { constants, setPriority } from 'node:os';
import { inspect } from 'node:util';
import { openReader, type StoresConfig } from './adapters/open-stores.ts';
import { takeSnapshot } from './kernel/snapshot.ts';

/** What the venue's process asks of this one. */
export interface SnapshotOrder {
  readonly stores: StoresConfig;
  /** Record to stop at. */
  readonly upTo: number;
}

/** What it answers: the seq of the snapshot it wrote, 0 when there was nothing to write. */
export interface SnapshotDone {
  readonly seq: number;
}

const answer = (done: SnapshotDone): Promise<void> =>
  new Promise((told) => {
    process.send?.(done, undefined, undefined, () => told());
  });

/** Everything is closed by then. */
const lingerMs = 5_000;

async function obey({ stores: config, upTo }: SnapshotOrder): Promise<void> {
  const stores = await openReader(config);
  try {
    const header = await takeSnapshot({ ...stores, upTo });
    await answer({ seq: header?.seq ?? 0 });
  } finally {
    await stores.close();
  }
}

function stepBack(): void {
  try {
    setPriority(constants.priority.PRIORITY_LOW);
  } catch {
    // Not every system lets a process step back; then it runs beside the venue as an equal.
  }
}

/** Not `process.exit`: it may wait for ever for a write that waits for the runtime, with the store's lock held. */
const vanish = (): void => void process.kill(process.pid, 'SIGKILL');

stepBack();
// Whoever ordered it is gone, and with it the use of a half-made snapshot.
process.on('disconnect', vanish);
process.once('message', (order: SnapshotOrder) => {
  obey(order)
    .catch((error: unknown) => {
      process.exitCode = 1;
      process.stderr.write(`${inspect(error)}\n`);
    })
    .finally(() => {
      process.off('disconnect', vanish);
      process.disconnect();
      setTimeout(vanish, lingerMs).unref();
    });
});
