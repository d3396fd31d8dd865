import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '@piazza/shared/contract';
import type { PersonId } from '@piazza/shared/values';
import { pino } from 'pino';
import type { Stores } from '../../server/src/adapters/open-stores.ts';
import { startVenue, type Venue } from '../../server/src/compose.ts';
import { openBatch } from '../../server/src/kernel/batch.ts';
import type { JournalRecord } from '../../server/src/kernel/record.ts';
import { apiClient, type ApiClient } from './api-client.ts';
import type { TestClock } from './clock.ts';

/** A venue with its demo, started on stores that outlive it. */
export interface DemoRun {
  readonly venue: Venue;
  /** How long the start took, the planting with it, in ms of real time. */
  readonly tookMs: number;
  /** Progress of the planting as it was told: done and total. */
  readonly told: readonly (readonly [number, number])[];
  /** A client signed in with a demo account, by the local part of its address. */
  signIn(account: string): Promise<ApiClient>;
  readonly visitor: ApiClient;
  close(): Promise<void>;
}

/** Starts a venue with the demo on (or off) over these stores. Closing it closes them. */
export async function startDemo(stores: Stores, clock: TestClock, demo = true): Promise<DemoRun> {
  const clientFolder = await mkdtemp(join(tmpdir(), 'piazza-demo-'));
  await writeFile(join(clientFolder, 'index.html'), '<!doctype html><title>Piazza</title>');
  const faults: unknown[] = [];
  const told: [number, number][] = [];
  const began = performance.now();
  const venue = await startVenue({
    config: {
      port: 0,
      host: '127.0.0.1',
      dataDir: '',
      mongodbUri: undefined,
      mode: 'SIMULATION',
      demo,
      publicUrl: 'http://127.0.0.1',
      logLevel: 'error',
      requestsPerMinute: 0,
      socketCallsPerSecond: 1_000,
      ordersPerSecond: 0,
      marketTickMs: 50,
      snapshotEvery: 0,
      surveillance: false,
      trustProxy: false,
    },
    stores,
    clock,
    clientFolder,
    logger: pino({ level: 'error' }, { write: (line: string) => void faults.push(JSON.parse(line)) }),
    planting: (done, total) => void told.push([done, total]),
    fatal: (error) => void faults.push(error),
  });
  return {
    venue,
    told,
    tookMs: performance.now() - began,
    visitor: apiClient(venue.url),
    signIn: async (account) => {
      const found = venue.demoAccounts.find(({ email }) => email.startsWith(`${account}@`));
      if (found === undefined) throw new Error(`there is no demo account ${account}`);
      const { email, password } = found;
      const { accessToken } = await apiClient(venue.url).call('auth.login', { body: { email, password } });
      return apiClient(venue.url, accessToken);
    },
    close: async () => {
      await venue.close();
      await rm(clientFolder, { recursive: true, force: true });
      if (faults.length > 0)
        throw new AggregateError(faults, `the venue reported: ${JSON.stringify(faults)}`);
    },
  };
}

/** Every record of the journal that is durable now. */
export async function journalOf({ journal }: Pick<Stores, 'journal'>): Promise<JournalRecord[]> {
  const records: JournalRecord[] = [];
  for await (const stored of journal.read(1)) records.push(...openBatch(stored).records);
  return records;
}

/** The people who hold the role. */
export const holdersOf = ({ exchange }: Venue, role: Role): PersonId[] =>
  exchange.peek((state) =>
    [...state.people.people.values()].filter(({ roles }) => roles.includes(role)).map(({ id }) => id),
  );
