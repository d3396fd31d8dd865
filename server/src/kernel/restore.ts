import { evolveVersion } from '../domain/venue/index.ts';
import type { HeadFile, JournalStore } from '../ports/journal.ts';
import type { SnapshotHeader, SnapshotStore } from '../ports/snapshots.ts';
import { genesisHash, JournalCorrupt, openBatch } from './batch.ts';
import { decodeState, encodeState, stateHash } from './canonical.ts';
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
  readonly observe?: Observer;
  /** Called now and then with the seq reached. */
  readonly progress?: (seq: number) => void;
  /** Called after every batch, for those who write as they replay. */
  readonly batch?: (seq: number) => Promise<void>;
}

async function readSnapshot(store: SnapshotStore, header: SnapshotHeader): Promise<KernelState> {
  const parts: Uint8Array[] = [];
  for (let index = 0; index < header.chunks; index += 1) parts.push(await store.chunk(header.seq, index));
  return decodeState(Buffer.concat(parts).toString('utf8')) as KernelState;
}

async function fromSnapshot(
  options: RestoreOptions,
): Promise<{ state: KernelState; hash: string } | undefined> {
  if (options.snapshots === undefined) return undefined;
  for (const header of await options.snapshots.list()) {
    if (header.evolveVersion !== evolveVersion || header.seq > (options.notAfter ?? Infinity)) continue;
    const state = await readSnapshot(options.snapshots, header);
    if (state.line.seq === header.seq && stateHash(state) === header.stateHash)
      return { state, hash: header.journalHash };
  }
  return undefined;
}

/**
 * The state as the journal tells it: newest usable snapshot, then its tail; every batch checked on the way.
 * @throws JournalCorrupt when a record cannot be trusted, or the journal is shorter than its head file says.
 */
export async function restore(options: RestoreOptions): Promise<Restored> {
  const snapshot = await fromSnapshot(options);
  const state = snapshot?.state ?? initialState();
  let head = { seq: state.line.seq, hash: snapshot?.hash ?? genesisHash };
  const from = head.seq;
  for await (const stored of options.journal.read(from + 1)) {
    const batch = openBatch(stored, head);
    for (const record of batch.records) foldRecord(state, record, options.observe);
    head = { seq: stored.lastSeq, hash: batch.hash };
    options.progress?.(head.seq);
    await options.batch?.(head.seq);
  }
  const noted = await options.head?.read();
  if (noted !== undefined && noted.seq > head.seq) {
    throw new JournalCorrupt(
      head.seq + 1,
      `is missing: the journal ends at ${head.seq}, its head file says ${noted.seq}`,
    );
  }
  return { state, head, from };
}

/** The state as chunks of at most `size` bytes, for a snapshot store. */
export function* snapshotChunks(state: KernelState, size: number): Generator<Uint8Array> {
  const bytes = Buffer.from(encodeState(state), 'utf8');
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
