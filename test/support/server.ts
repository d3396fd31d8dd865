import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { startVenue, type Venue } from '../../server/src/compose.ts';
import type { Config } from '../../server/src/config.ts';
import { stateHash } from '../../server/src/kernel/canonical.ts';
import { apiClient, type ApiClient } from './api-client.ts';
import { TestClock } from './clock.ts';
import { socketClient, type SocketClient, type SocketOptions } from './socket-client.ts';
import { storeKits, type OpenKit } from './stores.ts';

export interface OpenOptions {
  /** Where it keeps what it knows; in memory unless said otherwise. */
  readonly stores?: 'memory' | 'lmdb';
  /** Settings that differ: by default every limit is off, nothing is logged, no demo is planted. */
  readonly config?: Partial<Config>;
  readonly clock?: TestClock;
  readonly clientFolder?: string;
  /** Stores of the test's own, which outlive the venue; `stores` then says nothing. */
  readonly kit?: OpenKit;
  /** Hears every line of the log, of requests too. */
  readonly heard?: (line: string) => void;
  /** Puts something between the venue and its stores, such as a flush that is held open. */
  readonly around?: (stores: OpenKit) => OpenKit;
  /** Whether other processes may open its stores: surveillance then runs in one of its own. */
  readonly beside?: boolean;
  /** Whether errors the venue reports are what the test is about; otherwise they fail it at `close`. */
  readonly expectsFaults?: boolean;
}

/** The real composition, served in this process. */
export interface TestVenue {
  readonly url: string;
  readonly venue: Venue;
  readonly clock: TestClock;
  /** What the venue reported as bugs, and why it wanted to end. */
  readonly faults: unknown[];
  client(token?: string | (() => string)): ApiClient;
  socket(options?: SocketOptions | string): Promise<SocketClient>;
  /** Hash over everything the venue's state holds now. */
  stateHash(): string;
  /** Ends the venue and removes what it kept. @throws AggregateError when it reported a fault. */
  close(): Promise<void>;
}

const configOf = (changes: Partial<Config>): Config => ({
  port: 0,
  host: '127.0.0.1',
  dataDir: '',
  mongodbUri: undefined,
  mode: 'SIMULATION',
  demo: false,
  publicUrl: 'http://127.0.0.1',
  logLevel: 'error',
  requestsPerMinute: 0,
  socketCallsPerSecond: 1_000_000,
  ordersPerSecond: 0,
  marketTickMs: 20,
  snapshotEvery: 0,
  // Tests that count records want no others; those of surveillance switch it on.
  surveillance: false,
  trustProxy: false,
  ...changes,
});

/** Stands for the built client. */
const page = '<!doctype html><meta name="csp-nonce" content="__CSP_NONCE__"><title>Piazza</title>';

/** Starts a venue on a free port. Accounts cost a password hash each: share one venue in a spec file. */
export async function openVenue(options: OpenOptions = {}): Promise<TestVenue> {
  const kit = storeKits.find(({ name }) => name === (options.stores ?? 'memory'));
  if (kit === undefined) throw new Error('no such stores');
  const opened = options.kit ?? (await kit.open());
  // The venue closes its stores itself, and nothing is wanted of them after it.
  const close = options.kit === undefined ? () => opened.destroy() : () => opened.close();
  const stores = { ...(options.around?.(opened) ?? opened), close };
  const faults: unknown[] = [];
  const errorLevel = 50;
  const log = {
    write: (line: string): void => {
      options.heard?.(line);
      const told = JSON.parse(line) as { readonly level: number };
      if (told.level >= errorLevel) faults.push(told);
    },
  };
  const clock = options.clock ?? new TestClock();
  const smallClient = await mkdtemp(join(tmpdir(), 'piazza-client-'));
  await writeFile(join(smallClient, 'index.html'), page);
  const venue = await startVenue({
    config: configOf(options.config ?? {}),
    stores,
    ...(options.beside === true && opened.config !== undefined ? { storesAt: opened.config } : {}),
    logger: pino({ level: options.heard === undefined ? 'error' : 'trace' }, log),
    clientFolder: options.clientFolder ?? smallClient,
    clock,
    fatal: (error) => void faults.push(error),
  });
  const sockets: SocketClient[] = [];
  return {
    url: venue.url,
    venue,
    clock,
    faults,
    client: (token) => apiClient(venue.url, token),
    socket: async (asked = {}) => {
      const socket = await socketClient(venue.url, typeof asked === 'string' ? { token: asked } : asked);
      sockets.push(socket);
      return socket;
    },
    stateHash: () => venue.exchange.peek((state) => stateHash(state)),
    close: async () => {
      await venue.close();
      for (const socket of sockets) socket.close();
      await rm(smallClient, { recursive: true, force: true });
      if (faults.length > 0 && options.expectsFaults !== true)
        throw new AggregateError(
          faults,
          `${faults.length} faults; first ${JSON.stringify(faults[0], null, 1)}`,
        );
    },
  };
}
