/**
 * A venue in a process of its own, over the stores named by the first argument: `lmdb` in the folder named by the second,
 * or `memory`, whose journal is durable at once. Tells its parent where it serves; then answers 'figures', 'profile' and
 * 'buckets', and ends on 'end'.
 */
import { busyMs } from '../busy.ts';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Stores } from '../../../server/src/adapters/open-stores.ts';
import {
  HistoryMedium,
  JournalMedium,
  MemoryElection,
  MemoryHeadFile,
  MemoryHistory,
  MemoryJournal,
  MemorySnapshots,
  MemoryVault,
  openStores,
  readConfig,
  SnapshotMedium,
  startVenue,
  VaultMedium,
} from './built.ts';
import { beginProfile, endProfile } from './profile.ts';
import { openMarket } from './venue.ts';

async function storesOf(kind: string, folder: string): Promise<Stores> {
  if (kind === 'lmdb') return openStores({ dataDir: folder });
  const medium = new JournalMedium();
  return {
    journal: new MemoryJournal(medium),
    election: new MemoryElection(medium),
    head: new MemoryHeadFile(medium),
    vault: new MemoryVault(new VaultMedium()),
    history: new MemoryHistory(new HistoryMedium()),
    snapshots: new MemorySnapshots(new SnapshotMedium()),
    close: () => Promise.resolve(),
  };
}

const [kind = 'lmdb', folder = ''] = process.argv.slice(2);
const clientFolder = await mkdtemp(join(tmpdir(), 'piazza-client-'));
await writeFile(join(clientFolder, 'index.html'), '<!doctype html><title>Piazza</title>');
const config = {
  ...readConfig({
    DATA_DIR: folder,
    DEMO: 'off',
    REQUESTS_PER_MINUTE: '10000000',
    SOCKET_CALLS_PER_SECOND: '1000000',
    ORDERS_PER_SECOND: '0',
    SNAPSHOT_EVERY: '0',
    // What lies in memory no other process can read: there, surveillance would be part of what orders cost.
    SURVEILLANCE: kind === 'lmdb' ? 'on' : 'off',
  }),
  port: 0,
};
const venue = await startVenue({
  config,
  stores: await storesOf(kind, folder),
  ...(kind === 'lmdb' ? { storesAt: { dataDir: folder } } : {}),
  logger: pino({ level: 'warn' }),
  clientFolder,
  fatal: (error) => {
    process.stderr.write(`${String(error)}\n`);
    process.exit(70);
  },
});
const market = await openMarket(venue);
async function end(): Promise<void> {
  await venue.close();
  await rm(clientFolder, { recursive: true });
  process.exit(0);
}

process.on('message', (asked) => {
  if (asked === 'figures') {
    const { user, system } = process.cpuUsage();
    process.send?.({ cpuMs: (user + system) / 1000, mainMs: busyMs(), seq: venue.exchange.durableSeq });
  } else if (asked === 'profile') void beginProfile().then(() => process.send?.('begun'));
  else if (asked === 'buckets') void endProfile().then((buckets) => process.send?.(buckets));
  else if (asked === 'calm') void venue.watch?.settled().then(() => process.send?.('calm'));
  else void end();
});
process.send?.({ url: venue.url, ...market });
