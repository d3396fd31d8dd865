import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type HistoryStore } from '../ports/history.ts';
import { type HeadFile, type JournalStore, type WriterElection } from '../ports/journal.ts';
import { type SnapshotStore } from '../ports/snapshots.ts';
import { type VaultStore } from '../ports/vault.ts';
import { SocketElection } from './lmdb/election.ts';
import { AtomicHeadFile } from './lmdb/head-file.ts';
import { LmdbHistory } from './lmdb/history.ts';
import { LmdbJournal } from './lmdb/journal.ts';
import { LmdbSnapshots } from './lmdb/snapshots.ts';
import { LmdbVault } from './lmdb/vault.ts';

/** Where everything durable lies: a folder of this machine. */
export interface StoresConfig {
  readonly dataDir: string;
}

/** All that the server keeps. `election` comes first: only its winner may write, or touch the vault. */
export interface Stores {
  readonly journal: JournalStore;
  readonly vault: VaultStore;
  readonly history: HistoryStore;
  readonly snapshots: SnapshotStore;
  readonly election: WriterElection;
  readonly head: HeadFile;
  /** Waits for what is under way, then closes everything. The lease is released by its holder. */
  close(): Promise<void>;
}

/** What a process beside the server may use while it runs: it reads the journal and may write snapshots. */
export type ReaderStores = Pick<Stores, 'journal' | 'snapshots' | 'head' | 'close'>;

/** Opens every store for the process that will claim the writing. */
export async function openStores(config: StoresConfig): Promise<Stores> {
  return openFolder(config.dataDir);
}

/**
 * Opens the journal for reading only, with the snapshots and the head, while another process may be writing.
 * @throws Error when there is no journal yet.
 */
export async function openReader(config: StoresConfig): Promise<ReaderStores> {
  const journal = await LmdbJournal.open(join(config.dataDir, 'journal'), { readOnly: true });
  const snapshots = new LmdbSnapshots(join(config.dataDir, 'snapshots'));
  const head = new AtomicHeadFile(join(config.dataDir, 'head'));
  const close = async (): Promise<void> => {
    await Promise.all([journal.close(), snapshots.close(), head.close()]);
  };
  return { journal, snapshots, head, close };
}

async function openFolder(dataDir: string): Promise<Stores> {
  mkdirSync(dataDir, { recursive: true });
  const journal = await LmdbJournal.open(join(dataDir, 'journal'));
  const vault = new LmdbVault(join(dataDir, 'vault'));
  const history = new LmdbHistory(join(dataDir, 'history'));
  const snapshots = new LmdbSnapshots(join(dataDir, 'snapshots'));
  const head = new AtomicHeadFile(join(dataDir, 'head'));
  const election = new SocketElection(dataDir, journal);
  const close = async (): Promise<void> => {
    await Promise.all([journal.close(), vault.close(), history.close(), snapshots.close(), head.close()]);
  };
  return { journal, vault, history, snapshots, election, head, close };
}
