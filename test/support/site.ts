import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { freePort } from '../../scripts/crash/free-port.ts';
import { startVenue, type Venue } from '../../server/src/compose.ts';
import type { Clock } from '../../server/src/kernel/clock.ts';
import { apiClient, type ApiClient } from './api-client.ts';
import { runningClock } from './clock.ts';
import { storeKits, type OpenKit } from './stores.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Where the client was built to; another folder while several people work on one checkout. */
export const clientFolder = process.env['PIAZZA_CLIENT_DIST'] ?? join(root, 'client/dist');

/** The whole venue as people meet it: the built client, time that goes on, LMDB in a folder of its own. */
export interface Site {
  readonly url: string;
  readonly venue: Venue;
  /** What the venue reported as bugs. */
  readonly faults: readonly unknown[];
  client(token?: string | (() => string)): ApiClient;
  /** Ends the venue, and starts it again on the same folder and port once `seen` is over. */
  restart(seen: Promise<unknown>): Promise<void>;
  /** Ends the venue and removes its folder. @throws AggregateError when it reported a fault. */
  close(): Promise<void>;
}

interface SiteOptions {
  /** Whether the demo story is planted first; its investors then go on committing while anybody is connected. */
  readonly demo?: boolean;
}

interface Parts {
  readonly port: number;
  readonly demo: boolean;
  readonly clock: Clock;
  readonly faults: unknown[];
}

async function start(stores: OpenKit, { port, demo, clock, faults }: Parts): Promise<Venue> {
  const host = '127.0.0.1';
  const log = { write: (line: string) => void faults.push(JSON.parse(line)) };
  return startVenue({
    config: {
      port,
      host,
      dataDir: '',
      mongodbUri: undefined,
      mode: 'SIMULATION',
      demo,
      publicUrl: `http://${host}:${port}`,
      logLevel: 'error',
      requestsPerMinute: 0,
      socketCallsPerSecond: 1_000_000,
      ordersPerSecond: 0,
      marketTickMs: 50,
      snapshotEvery: 0,
      surveillance: true,
      trustProxy: false,
    },
    // They outlive the venue: a restart opens them again, the end of the test removes them.
    stores: { ...stores, close: async () => undefined },
    logger: pino({ level: 'error' }, log),
    clock,
    clientFolder,
    fatal: (error) => void faults.push(error),
  });
}

/** Opens a venue with its client on a free port. */
export async function openSite({ demo = false }: SiteOptions = {}): Promise<Site> {
  const kit = storeKits.find(({ name }) => name === 'lmdb');
  if (kit === undefined) throw new Error('no LMDB');
  const faults: unknown[] = [];
  let stores = await kit.open();
  // Links in mails name it before the venue listens.
  const parts = { port: await freePort(), demo, clock: runningClock(), faults };
  let venue = await start(stores, parts);
  const { url } = venue;
  return {
    url,
    get venue() {
      return venue;
    },
    faults,
    client: (token) => apiClient(url, token),
    restart: async (seen) => {
      await venue.close();
      await seen;
      stores = await stores.reopen();
      venue = await start(stores, parts);
    },
    close: async () => {
      await venue.close();
      await stores.destroy();
      if (faults.length > 0)
        throw new AggregateError(faults, `${faults.length} faults; first ${JSON.stringify(faults[0])}`);
    },
  };
}
