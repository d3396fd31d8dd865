import { type HistoryStore } from '../ports/history.ts';
import { type HeadFile, type JournalStore, type WriterElection } from '../ports/journal.ts';
import { type SnapshotStore } from '../ports/snapshots.ts';
import { type VaultStore } from '../ports/vault.ts';

/** All that the server keeps. `election` comes first: only its winner may write, or touch the vault. */
export interface Stores {
  readonly journal: JournalStore;
  readonly vault: VaultStore;
  readonly history: HistoryStore;
  readonly snapshots: SnapshotStore;
  readonly election: WriterElection;
  readonly head: HeadFile;
  /** Waits for what is under way, then closes everything. The holder releases its lease before. */
  close(): Promise<void>;
}

/** What a process beside the server may use while it runs: it reads the journal and may write snapshots. */
export type ReaderStores = Pick<Stores, 'journal' | 'snapshots' | 'head' | 'close'>;
