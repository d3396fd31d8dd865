import { evolveVersion, type VenueState } from '../domain/venue/index.ts';
import type { HeadFile, JournalStore } from '../ports/journal.ts';
import type { SnapshotHeader, SnapshotStore } from '../ports/snapshots.ts';
import { genesisHash, JournalCorrupt, openBatch } from './batch.ts';
import { stateHash } from './canonical.ts';
import { readChain } from './chain.ts';
import { readSnapshotChunks } from './snapshot-codec.ts';
import { foldRecord, initialState, type KernelState, type Observer } from './state.ts';

export interface Restored {
  readonly state: KernelState;
  readonly head: { readonly seq: number; readonly hash: string };
  /** Seq of the snapshot it began from, 0 when it replayed everything. */
  readonly from: number;
}

export interface RestoreOptions {
  readonly journal: JournalStore;
  readonly snapshots?: SnapshotStore;
  readonly head?: HeadFile;
  /** Newest snapshot that may be used: what is folded elsewhere (the history) must not fall behind it. */
  readonly notAfter?: number;
  /** Stops after the batch that holds this record. */
  readonly upTo?: number;
  readonly observe?: Observer;
  /** Called with the state that the tail of the journal is folded onto. */
  readonly begun?: (venue: VenueState) => void;
  /** Called with the seq reached, after every batch. */
  readonly progress?: (seq: number) => void;
  /** Called after every batch, for those who write as they replay. */
  readonly batch?: (seq: number) => Promise<void>;
  /** Called for every snapshot that is passed over, with the reason. */
  readonly ignored?: (header: SnapshotHeader, why: string) => void;
}

async function* chunksOf(store: SnapshotStore, header: SnapshotHeader): AsyncGenerator<Uint8Array> {
  for (let index = 0; index < header.chunks; index += 1) yield await store.chunk(header.seq, index);
}

/** Whether the journal, at the snapshot's seq, is the one the snapshot was made of. */
async function isOfThisHistory(journal: JournalStore, header: SnapshotHeader): Promise<boolean> {
  for await (const stored of journal.read(header.seq))
    return stored.lastSeq === header.seq && openBatch(stored).hash === header.journalHash;
  return false;
}

async function readSnapshot(
  { journal, notAfter = Infinity, upTo = Infinity }: RestoreOptions,
  snapshots: SnapshotStore,
  header: SnapshotHeader,
): Promise<KernelState | string> {
  if (header.evolveVersion !== evolveVersion) return `made by evolve version ${header.evolveVersion}`;
  if (header.seq > Math.min(notAfter, upTo)) return 'newer than what may be used';
  if (!(await isOfThisHistory(journal, header))) return 'made of another history';
  const state = await readSnapshotChunks(chunksOf(snapshots, header));
  if (state.line.seq === header.seq && stateHash(state) === header.stateHash) return state;
  return 'not the state whose hash it names';
}

async function fromSnapshot(
  options: RestoreOptions,
): Promise<{ state: KernelState; hash: string } | undefined> {
  const { snapshots, ignored } = options;
  if (snapshots === undefined) return undefined;
  for (const header of await snapshots.list()) {
    // A snapshot only saves time: whatever is wrong with one, the journal tells the same.
    const found = await readSnapshot(options, snapshots, header).catch((error: unknown) => String(error));
    if (typeof found !== 'string') return { state: found, hash: header.journalHash };
    ignored?.(header, found);
  }
  return undefined;
}

type Head = Restored['head'];

function checkHead(noted: Head | undefined, reached: Head): void {
  if (noted?.seq === reached.seq && noted.hash !== reached.hash)
    throw new JournalCorrupt(reached.seq, 'ends a batch that is not the one its head file saw');
}

/**
 * The state as the journal tells it: newest usable snapshot, then its tail; every batch checked on the way.
 * @throws JournalCorrupt when a record cannot be trusted, or the journal is not the one its head file saw.
 */
export async function restore(options: RestoreOptions): Promise<Restored> {
  const { journal, observe, progress, upTo = Infinity } = options;
  const noted = await options.head?.read();
  const snapshot = await fromSnapshot(options);
  const state = snapshot?.state ?? initialState();
  let head: Head = { seq: state.line.seq, hash: snapshot?.hash ?? genesisHash };
  checkHead(noted, head);
  options.begun?.(state.venue);
  const from = head.seq;
  if (from >= upTo) return { state, head, from };
  for await (const batch of readChain(journal, { ...state.line, ...head })) {
    for (const record of batch.records) foldRecord(state, record, observe);
    head = { seq: batch.lastSeq, hash: batch.hash };
    checkHead(noted, head);
    progress?.(head.seq);
    await options.batch?.(head.seq);
    if (head.seq >= upTo) return { state, head, from };
  }
  if (noted !== undefined && noted.seq > head.seq) {
    const what = `is missing: the journal ends at ${head.seq}, its head file says ${noted.seq}`;
    throw new JournalCorrupt(head.seq + 1, what);
  }
  return { state, head, from };
}
