import { Schema, type Connection, type Model } from 'mongoose';
import { type HeadFile } from '../../ports/journal.ts';
import { Newest } from '../rules/newest.ts';
import { modelOf, strictly } from './connection.ts';

type Head = Parameters<HeadFile['write']>[0];

interface HeadDocument {
  readonly _id: 'durable';
  readonly seq: number;
  readonly hash: string;
}

const headSchema = new Schema<HeadDocument>(
  {
    _id: { type: String, required: true },
    seq: { type: Number, required: true },
    hash: { type: String, required: true },
  },
  strictly,
);

/** The head in a collection of its own, apart from the journal it bears witness to. */
export class MongoHeadFile implements HeadFile {
  readonly #heads: Model<HeadDocument>;
  readonly #newest: Newest<Head>;

  private constructor(heads: Model<HeadDocument>) {
    this.#heads = heads;
    this.#newest = new Newest(async ({ seq, hash }) => {
      await heads.updateOne({ _id: 'durable' }, { $set: { seq, hash } }, { upsert: true });
    });
  }

  static async open(connection: Connection): Promise<MongoHeadFile> {
    return new MongoHeadFile(await modelOf(connection, 'journal_heads', headSchema));
  }

  async read(): Promise<Head | undefined> {
    const found = await this.#heads.findById('durable').lean<HeadDocument>();
    return found ? { seq: found.seq, hash: found.hash } : undefined;
  }

  async write(head: Head): Promise<void> {
    await this.#newest.write(head);
  }

  /** Waits for what is being written. */
  async close(): Promise<void> {
    await this.#newest.idle();
  }
}
