import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { HistoryMedium, MemoryHistory } from '../../server/src/adapters/memory/history.ts';
import {
  JournalMedium,
  MemoryElection,
  MemoryHeadFile,
  MemoryJournal,
} from '../../server/src/adapters/memory/journal.ts';
import { MemorySnapshots, SnapshotMedium } from '../../server/src/adapters/memory/snapshots.ts';
import { MemoryVault, VaultMedium } from '../../server/src/adapters/memory/vault.ts';
import { openStores, type Stores, type StoresConfig } from '../../server/src/adapters/open-stores.ts';

export interface OpenKit extends Stores {
  /** Closes these stores and opens the same medium again, as a restart does. */
  reopen(): Promise<OpenKit>;
  /** Opens the same medium a second time beside these stores, as another process would. */
  beside(): Promise<OpenKit>;
  /** Closes these stores and forgets the medium. */
  destroy(): Promise<void>;
  /** What `openStores` was called with; undefined for the memory. */
  readonly config: StoresConfig | undefined;
}

export interface StoreKit {
  readonly name: 'memory' | 'lmdb' | 'mongo';
  /** Whether it can run here: mongo needs MONGODB_URI. */
  available(): boolean;
  /** Stores on a new, empty medium. */
  open(): Promise<OpenKit>;
}

interface Medium {
  readonly config: StoresConfig | undefined;
  open(): Promise<Stores>;
  destroy(): Promise<void>;
}

async function openKit(medium: Medium): Promise<OpenKit> {
  const stores = await medium.open();
  return {
    ...stores,
    config: medium.config,
    reopen: async () => {
      await stores.close();
      return openKit(medium);
    },
    beside: async () => openKit(medium),
    destroy: async () => {
      await stores.close();
      await medium.destroy();
    },
  };
}

function memoryMedium(): Medium {
  const media = {
    journal: new JournalMedium(),
    vault: new VaultMedium(),
    history: new HistoryMedium(),
    snapshots: new SnapshotMedium(),
  };
  const open = async (): Promise<Stores> => {
    const journal = new MemoryJournal(media.journal);
    const vault = new MemoryVault(media.vault);
    const history = new MemoryHistory(media.history);
    const snapshots = new MemorySnapshots(media.snapshots);
    const close = async (): Promise<void> => {
      await Promise.all([journal.close(), vault.close(), history.close(), snapshots.close()]);
    };
    const election = new MemoryElection(media.journal);
    return { journal, vault, history, snapshots, election, head: new MemoryHeadFile(media.journal), close };
  };
  return { config: undefined, open, destroy: async () => undefined };
}

async function lmdbMedium(): Promise<Medium> {
  const dataDir = await mkdtemp(join(tmpdir(), 'piazza-stores-'));
  const config = { dataDir };
  return {
    config,
    open: async () => openStores(config),
    destroy: async () => rm(dataDir, { recursive: true, force: true }),
  };
}

/** A holder that dies in a test is given up within two seconds. */
const leaseTimes = { renewMs: 100, expiryMs: 1_500 };

function mongoMedium(mongodbUri: string): Medium {
  const database = `piazza-test-${randomUUID().slice(0, 8)}`;
  const config = { mongodbUri, database, leaseTimes };
  return {
    config,
    open: async () => openStores(config),
    destroy: async () => {
      const connection = await mongoose.createConnection(mongodbUri, { dbName: database }).asPromise();
      await connection.dropDatabase();
      await connection.close();
    },
  };
}

const mongodbUri = process.env['MONGODB_URI'];

/** Every adapter of the storage ports. */
export const storeKits: readonly StoreKit[] = [
  { name: 'memory', available: () => true, open: async () => openKit(memoryMedium()) },
  { name: 'lmdb', available: () => true, open: async () => openKit(await lmdbMedium()) },
  {
    name: 'mongo',
    available: () => mongodbUri !== undefined,
    open: async () => openKit(mongoMedium(mongodbUri ?? '')),
  },
];

/**
 * One suite for every adapter: `facts` gets the stores of the running test, which are opened before each test on a
 * medium of its own. An adapter that cannot run here is shown as pending.
 */
export function onEveryStore(
  title: string,
  facts: (kit: () => OpenKit, name: StoreKit['name']) => void,
): void {
  for (const kit of storeKits) {
    describe(`${title} on ${kit.name}`, () => {
      let opened: OpenKit | undefined;
      beforeEach(async function () {
        if (!kit.available()) this.skip();
        opened = await kit.open();
      });
      afterEach(async () => {
        await opened?.destroy();
        opened = undefined;
      });
      facts(() => {
        if (!opened) throw new Error('the stores are open only while a test runs');
        return opened;
      }, kit.name);
    });
  }
}

/** What the promise was rejected with. @throws Error when it was not. */
export async function refusalOf(promise: Promise<unknown>): Promise<Error> {
  const outcome = await promise.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(outcome instanceof Error)) throw new Error('it was not refused');
  return outcome;
}

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
export const text = (value: Uint8Array): string => new TextDecoder().decode(value);
