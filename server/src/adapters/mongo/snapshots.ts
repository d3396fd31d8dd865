import { Schema, type Connection, type Model } from 'mongoose';
import { type SnapshotHeader, type SnapshotStore } from '../../ports/snapshots.ts';
import { OpenFlag } from '../rules/open.ts';
import { assertChunk, assertWhole, outdated } from '../rules/snapshot.ts';
import { Turns } from '../rules/turns.ts';
import { modelOf, strictly, trusted } from './connection.ts';

interface HeaderDocument extends Omit<SnapshotHeader, 'seq'> {
  readonly _id: number;
}

interface ChunkDocument {
  readonly seq: number;
  readonly index: number;
  readonly bytes: Buffer;
}

const headerSchema = new Schema<HeaderDocument>(
  {
    _id: { type: Number, required: true },
    journalHash: { type: String, required: true },
    stateHash: { type: String, required: true },
    evolveVersion: { type: Number, required: true },
    chunks: { type: Number, required: true },
  },
  strictly,
);
const chunkSchema = new Schema<ChunkDocument>(
  {
    seq: { type: Number, required: true },
    index: { type: Number, required: true },
    bytes: { type: Buffer, required: true },
  },
  strictly,
);
chunkSchema.index({ seq: 1, index: 1 }, { unique: true });

/** Snapshots as one document per chunk, and a header that is written last. */
export class MongoSnapshots implements SnapshotStore {
  readonly #open = new OpenFlag('snapshot store');
  readonly #turns = new Turns();
  readonly #headers: Model<HeaderDocument>;
  readonly #chunks: Model<ChunkDocument>;

  private constructor(headers: Model<HeaderDocument>, chunks: Model<ChunkDocument>) {
    this.#headers = headers;
    this.#chunks = chunks;
  }

  static async open(connection: Connection): Promise<MongoSnapshots> {
    const headers = await modelOf(connection, 'snapshot_headers', headerSchema);
    return new MongoSnapshots(headers, await modelOf(connection, 'snapshot_chunks', chunkSchema));
  }

  async list(): Promise<SnapshotHeader[]> {
    this.#open.assert();
    const found = await this.#headers.find().sort({ _id: -1 }).lean<HeaderDocument[]>();
    return found.map(({ _id, ...rest }) => ({ seq: _id, ...rest }));
  }

  async chunk(seq: number, index: number): Promise<Uint8Array> {
    this.#open.assert();
    const header = await this.#headers.findById(seq).lean<HeaderDocument>();
    const found = header && (await this.#chunks.findOne({ seq, index }).lean<ChunkDocument>());
    if (!found) throw new RangeError(`snapshot ${seq} has no chunk ${index}`);
    return found.bytes;
  }

  async write(
    header: SnapshotHeader,
    chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
    keep: number,
  ): Promise<void> {
    this.#open.assert();
    await this.#turns.run(async () => this.#write(header, chunks, keep));
  }

  async close(): Promise<void> {
    this.#open.close();
    await this.#turns.idle();
  }

  async #write(
    { seq, ...rest }: SnapshotHeader,
    chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
    keep: number,
  ): Promise<void> {
    await this.#headers.deleteOne({ _id: seq });
    const listed = (await this.list()).map((header) => header.seq);
    await this.#chunks.deleteMany({ seq: trusted({ $nin: listed }) });
    let index = 0;
    for await (const chunk of chunks) {
      this.#open.assert();
      assertChunk(chunk);
      await this.#chunks.create({ seq, index, bytes: Buffer.from(chunk) });
      index += 1;
    }
    assertWhole({ seq, ...rest }, index);
    this.#open.assert();
    await this.#headers.create({ _id: seq, ...rest });
    const old = outdated([...listed, seq], keep);
    if (old.length === 0) return;
    await this.#headers.deleteMany({ _id: trusted({ $in: old }) });
    await this.#chunks.deleteMany({ seq: trusted({ $in: old }) });
  }
}
