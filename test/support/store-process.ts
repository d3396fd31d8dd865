/**
 * A process of its own on a data folder, for what only two processes can show. Run by `startStoreProcess`.
 * Prints one line of JSON per step.
 */
import { openReader, openStores } from '../../server/src/adapters/open-stores.ts';

const [, , task = '', dataDir = '', count = '0', size = '0'] = process.argv;
const print = (line: unknown): boolean => process.stdout.write(`${JSON.stringify(line)}\n`);

/** Claims the writing and keeps it until killed. */
async function hold(): Promise<void> {
  const stores = await openStores({ dataDir });
  const lease = await stores.election.claim();
  print({ epoch: lease.epoch });
  void lease.lost.then(() => print({ lost: true }));
  setInterval(() => undefined, 1000);
}

/** Appends `count` batches of `size` bytes, one after another, until one fails. */
async function write(): Promise<void> {
  const stores = await openStores({ dataDir });
  const { journal } = stores;
  const from = (await journal.last())?.lastSeq ?? 0;
  for (let seq = from + 1; seq <= from + Number(count); seq += 1) {
    try {
      await journal.append({
        firstSeq: seq,
        lastSeq: seq,
        epoch: 1,
        bytes: new Uint8Array(Number(size)).fill(seq),
      });
      print({ durable: seq });
    } catch (error) {
      const again = await journal
        .append({ firstSeq: seq, lastSeq: seq, epoch: 1, bytes: new Uint8Array(1) })
        .then(() => 'taken', String);
      print({ fault: error instanceof Error ? error.name : '', again });
      process.exit(3);
    }
  }
  await stores.close();
}

/** Reads the journal until `count` records have been seen, opening it once. */
async function follow(): Promise<void> {
  const reader = await openReader({ dataDir });
  const { journal } = reader;
  print({ following: true });
  let next = 1;
  let faulty = 0;
  while (next <= Number(count)) {
    for await (const batch of journal.read(next)) {
      if (batch.firstSeq !== next || batch.bytes.some((byte) => byte !== batch.firstSeq % 256)) faulty += 1;
      next = batch.lastSeq + 1;
    }
    await new Promise((resolve) => {
      setTimeout(resolve, 5);
    });
  }
  print({ seen: next - 1, faulty });
  await reader.close();
}

const tasks: Record<string, () => Promise<void>> = { hold, write, follow };
await tasks[task]?.();
