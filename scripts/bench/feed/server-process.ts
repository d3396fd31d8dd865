/**
 * A venue over LMDB in a process of its own, with a market in continuous trading. Arguments: folder, ms between frames.
 * Says `{ url, listing }`, then answers each message of its parent with one: `pace`, `figures`, `book`, `end`.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { openStores, readConfig, startVenue } from '../entry/built.ts';
import { openMarket } from '../entry/venue.ts';
import { Floor } from './floor.ts';

export type ServerWish =
  { readonly do: 'pace'; readonly perSecond: number } | { readonly do: 'figures' | 'book' | 'end' };

export interface ServerFigures {
  readonly cpuMs: number;
  readonly trades: number;
  /** After a collection: what lives, in bytes. */
  readonly heap: number;
  readonly rss: number;
}

const [folder = '', tickMs = '50'] = process.argv.slice(2);
const clientFolder = await mkdtemp(join(tmpdir(), 'piazza-client-'));
await writeFile(join(clientFolder, 'index.html'), '<!doctype html><title>Piazza</title>');
const config = readConfig({
  DATA_DIR: folder,
  DEMO: 'off',
  REQUESTS_PER_MINUTE: '0',
  SOCKET_CALLS_PER_SECOND: '1000000',
  ORDERS_PER_SECOND: '0',
  SNAPSHOT_EVERY: '0',
  MARKET_TICK_MS: tickMs,
});
const venue = await startVenue({
  config: { ...config, port: 0 },
  stores: await openStores({ dataDir: folder }),
  storesAt: { dataDir: folder },
  logger: pino({ level: 'warn' }),
  clientFolder,
  fatal: (error) => {
    process.stderr.write(`${String(error)}\n`);
    process.exit(70);
  },
});
const { listing } = await openMarket(venue);
const floor = new Floor(venue, listing);

function figures(): ServerFigures {
  globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { cpuMs: (user + system) / 1000, trades: floor.trades, heap: heapUsed + external, rss };
}

async function answer(wish: ServerWish): Promise<object> {
  switch (wish.do) {
    case 'pace':
      await floor.pace(wish.perSecond);
      return {};
    case 'figures':
      return figures();
    case 'book': {
      await venue.context.historySettled();
      return { book: floor.book(), seq: venue.context.marketSnapshot(listing)?.seq ?? 0 };
    }
    case 'end':
      floor.stop();
      await venue.close();
      await rm(clientFolder, { recursive: true });
      return {};
  }
}

process.on('message', (wish: ServerWish) => {
  void answer(wish).then((said) => {
    process.send?.(said);
    // With the channel gone nothing keeps the process.
    if (wish.do === 'end') process.disconnect();
  });
});
process.send?.({ url: venue.url, listing });
