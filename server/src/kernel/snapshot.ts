import { evolveVersion } from '../domain/venue/index.ts';
import type { JournalStore } from '../ports/journal.ts';
import type { SnapshotHeader, SnapshotStore } from '../ports/snapshots.ts';
import { stateHash } from './canonical.ts';
import { restore } from './restore.ts';
import { snapshotChunks } from './snapshot-codec.ts';

/** Largest chunk of a snapshot: one Mongo document, one LMDB value. */
const chunkBytes = 4 * 1024 * 1024;
/** The newest snapshot, and one to fall back on when the history has not come so far. */
const keep = 2;

export interface SnapshotParts {
  readonly journal: JournalStore;
  readonly snapshots: SnapshotStore;
  /** Seq of the record to stop at, where a batch of the journal ends. */
  readonly upTo: number;
}

/**
 * Folds the journal from the newest snapshot up to a record and keeps the state as a snapshot.
 * Undefined when there is one of that record already.
 */
export async function takeSnapshot({
  journal,
  snapshots,
  upTo,
}: SnapshotParts): Promise<SnapshotHeader | undefined> {
  const { state, head, from } = await restore({ journal, snapshots, upTo });
  if (head.seq === from) return undefined;
  const chunks = [...snapshotChunks(state, chunkBytes)];
  const header = {
    seq: head.seq,
    journalHash: head.hash,
    stateHash: stateHash(state),
    evolveVersion,
    chunks: chunks.length,
  };
  await snapshots.write(header, chunks, keep);
  return header;
}
