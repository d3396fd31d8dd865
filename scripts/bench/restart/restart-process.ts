/**
 * A venue in a folder, in a process of its own. `fill FOLDER N`: opens a market, takes N orders and ends as a crash would,
 * with whatever is durable. `start FOLDER`: starts from what lies there and tells how long that took.
 */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { openStores, readConfig, startVenue, stateHash } from '../entry/built.ts';
import { openMarket } from '../entry/venue.ts';
import { fill } from './fill.ts';

const [task, folder = '', orders = '0'] = process.argv.slice(2);
const clientFolder = await mkdtemp(join(tmpdir(), 'piazza-client-'));
await writeFile(join(clientFolder, 'index.html'), '<!doctype html><title>Piazza</title>');
const started = performance.now();
const venue = await startVenue({
  config: { ...readConfig({ DATA_DIR: folder, DEMO: 'off', SNAPSHOT_EVERY: '0' }), port: 0 },
  stores: await openStores({ dataDir: folder }),
  logger: pino({ level: 'warn' }),
  clientFolder,
  fatal: (error) => {
    process.stderr.write(`${String(error)}\n`);
    process.exit(70);
  },
});
const tookMs = performance.now() - started;
if (task === 'fill') await fill(venue, await openMarket(venue), Number(orders));
await venue.context.historySettled();
const hash = venue.exchange.peek(({ schedule: _timers, house: _clock, ...state }) => stateHash(state));
const { rss } = process.memoryUsage();
const filledMs = performance.now() - started;
process.once('disconnect', () => process.exit(0));
process.send?.({ tookMs, filledMs, hash, seq: venue.exchange.durableSeq, rss });
