import { type Database } from 'lmdb';
import { type SnapshotHeader, type SnapshotStore } from '../../ports/snapshots.ts';
import { OpenFlag } from '../rules/open.ts';
import { assertChunk, assertWhole, outdated } from '../rules/snapshot.ts';
import { openEnvironment, settled, type Environment } from './environment.ts';

type ChunkKey = [seq: number, index: number];

/** Snapshots in an LMDB environment of their own: big values in the journal's would stall its flushes. */
export class LmdbSnapshots implements SnapshotStore {
  readonly #open = new OpenFlag('snapshot store');
  readonly #environment: Environment;
  readonly #headers: Database<SnapshotHeader, number>;
  readonly #chunks: Database<Buffer, ChunkKey>;
  #underWay: Promise<unknown> = Promise.resolve();

  constructor(folder: string) {
    this.#environment = openEnvironment(folder);
    this.#headers = this.#environment.openDB<SnapshotHeader, number>({ name: 'headers', encoding: 'json' });
    this.#chunks = this.#environment.openDB<Buffer, ChunkKey>({ name: 'chunks', encoding: 'binary' });
  }

  async list(): Promise<SnapshotHeader[]> {
    this.#open.assert();
    this.#environment.resetReadTxn();
    return Array.from(this.#headers.getRange({ reverse: true }), ({ value }) => value);
  }

  async chunk(seq: number, index: number): Promise<Uint8Array> {
    this.#open.assert();
    this.#environment.resetReadTxn();
    const chunk = this.#headers.doesExist(seq) ? this.#chunks.get([seq, index]) : undefined;
    if (!chunk) throw new RangeError(`snapshot ${seq} has no chunk ${index}`);
    return chunk;
  }

  async write(
    header: SnapshotHeader,
    chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
    keep: number,
  ): Promise<void> {
    this.#open.assert();
    await this.#track(settled([this.#headers.remove(header.seq)]));
    const listed = Array.from(this.#headers.getKeys());
    await this.#forget((seq) => !listed.includes(seq));
    let index = 0;
    for await (const chunk of chunks) {
      this.#open.assert();
      assertChunk(chunk);
      await this.#track(settled([this.#chunks.put([header.seq, index], Buffer.from(chunk))]));
      index += 1;
    }
    assertWhole(header, index);
    this.#open.assert();
    await this.#track(settled([this.#headers.put(header.seq, header)]));
    const old = new Set(outdated([...listed, header.seq], keep));
    if (old.size === 0) return;
    await this.#track(settled(Array.from(old, async (seq) => this.#headers.remove(seq))));
    await this.#forget((seq) => old.has(seq));
  }

  async close(): Promise<void> {
    if (!this.#open.close()) return;
    await this.#underWay;
    await this.#environment.close();
  }

  /** Removes the chunks of every snapshot that `chosen` names, torn ones included. */
  async #forget(chosen: (seq: number) => boolean): Promise<void> {
    const keys = Array.from(this.#chunks.getKeys()).filter(([seq]) => chosen(seq));
    await this.#track(settled(keys.map(async (key) => this.#chunks.remove(key))));
  }

  async #track<T>(write: Promise<T>): Promise<T> {
    // Without the outcomes: each would hold all those before it, for as long as the venue runs.
    this.#underWay = Promise.allSettled([this.#underWay, write]).then(() => undefined);
    return write;
  }
}
