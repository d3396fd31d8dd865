import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type ReaderStores, type Stores } from '../stores.ts';
import { SocketElection } from './election.ts';
import { AtomicHeadFile } from './head-file.ts';
import { LmdbHistory } from './history.ts';
import { LmdbJournal } from './journal.ts';
import { LmdbSnapshots } from './snapshots.ts';
import { LmdbVault } from './vault.ts';

export interface FolderConfig {
  /** The data folder; it is made where it does not exist. */
  readonly dataDir: string;
}

/** Opens every store of a data folder, each in an environment of its own. */
export async function openFolderStores({ dataDir }: FolderConfig): Promise<Stores> {
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

/** Opens the journal for reading only, with the snapshots and the head. @throws Error when there is no journal yet. */
export async function openFolderReader({ dataDir }: FolderConfig): Promise<ReaderStores> {
  const journal = await LmdbJournal.open(join(dataDir, 'journal'), { readOnly: true });
  const snapshots = new LmdbSnapshots(join(dataDir, 'snapshots'));
  const head = new AtomicHeadFile(join(dataDir, 'head'));
  const close = async (): Promise<void> => {
    await Promise.all([journal.close(), snapshots.close(), head.close()]);
  };
  return { journal, snapshots, head, close };
}
