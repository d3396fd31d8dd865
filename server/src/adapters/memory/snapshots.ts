import { type SnapshotHeader, type SnapshotStore } from '../../ports/snapshots.ts';
import { OpenFlag } from '../rules/open.ts';
import { assertChunk, assertWhole, outdated } from '../rules/snapshot.ts';

interface Snapshot {
  readonly header: SnapshotHeader;
  readonly chunks: readonly Uint8Array[];
}

/** What a disk would be: it outlives the stores opened on it. */
export class SnapshotMedium {
  readonly snapshots = new Map<number, Snapshot>();
}

export class MemorySnapshots implements SnapshotStore {
  readonly #open = new OpenFlag('snapshot store');
  readonly #medium: SnapshotMedium;

  constructor(medium: SnapshotMedium = new SnapshotMedium()) {
    this.#medium = medium;
  }

  async list(): Promise<SnapshotHeader[]> {
    this.#open.assert();
    return [...this.#medium.snapshots.values()]
      .map(({ header }) => ({ ...header }))
      .toSorted((a, b) => b.seq - a.seq);
  }

  async chunk(seq: number, index: number): Promise<Uint8Array> {
    this.#open.assert();
    const chunk = this.#medium.snapshots.get(seq)?.chunks[index];
    if (!chunk) throw new RangeError(`snapshot ${seq} has no chunk ${index}`);
    return chunk.slice();
  }

  async write(
    header: SnapshotHeader,
    chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
    keep: number,
  ): Promise<void> {
    this.#open.assert();
    const { snapshots } = this.#medium;
    snapshots.delete(header.seq);
    const kept: Uint8Array[] = [];
    for await (const chunk of chunks) {
      assertChunk(chunk);
      kept.push(chunk.slice());
    }
    assertWhole(header, kept.length);
    snapshots.set(header.seq, { header: { ...header }, chunks: kept });
    for (const seq of outdated([...snapshots.keys()], keep)) snapshots.delete(seq);
  }

  async close(): Promise<void> {
    this.#open.close();
  }
}
