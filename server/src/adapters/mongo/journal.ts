import { Schema, type Connection, type Model } from 'mongoose';
import { JournalFault, type JournalStore, type StoredBatch } from '../../ports/journal.ts';
import { assertFollows, emptyHead, type JournalHead } from '../rules/append.ts';
import { OpenFlag } from '../rules/open.ts';
import { modelOf, strictly, transaction, trusted } from './connection.ts';

const pageBatches = 32;

interface BatchDocument extends Omit<StoredBatch, 'firstSeq' | 'bytes'> {
  readonly _id: number;
  readonly bytes: Buffer;
}

interface StateDocument extends JournalHead {
  readonly _id: 'head';
}

const batchSchema = new Schema<BatchDocument>(
  {
    _id: { type: Number, required: true },
    lastSeq: { type: Number, required: true },
    epoch: { type: Number, required: true },
    bytes: { type: Buffer, required: true },
  },
  strictly,
);
const stateSchema = new Schema<StateDocument>(
  {
    _id: { type: String, required: true },
    lastSeq: { type: Number, required: true },
    epoch: { type: Number, required: true },
  },
  strictly,
);
const asBatch = ({ _id, lastSeq, epoch, bytes }: BatchDocument): StoredBatch => ({
  firstSeq: _id,
  lastSeq,
  epoch,
  bytes,
});

const stateModel = async (connection: Connection): Promise<Model<StateDocument>> =>
  modelOf(connection, 'journal_state', stateSchema);

/** One document that every append and every takeover changes, so that two writers always collide on it. */
export async function journalState(connection: Connection): Promise<Model<StateDocument>> {
  const state = await stateModel(connection);
  await state.updateOne({ _id: 'head' }, { $setOnInsert: { ...emptyHead } }, { upsert: true });
  return state;
}

/** The journal as one document per batch, its first seq as the key, appended in a transaction with the state. */
export class MongoJournal implements JournalStore {
  readonly #open = new OpenFlag('journal');
  readonly #connection: Connection;
  readonly #batches: Model<BatchDocument>;
  readonly #state: Model<StateDocument>;
  readonly #readOnly: boolean;
  #underWay: Promise<void> = Promise.resolve();

  private constructor(
    connection: Connection,
    batches: Model<BatchDocument>,
    state: Model<StateDocument>,
    readOnly: boolean,
  ) {
    this.#connection = connection;
    this.#batches = batches;
    this.#state = state;
    this.#readOnly = readOnly;
  }

  static async open(
    connection: Connection,
    options: { readonly readOnly?: boolean } = {},
  ): Promise<MongoJournal> {
    const batches = await modelOf(connection, 'journal_batches', batchSchema);
    const readOnly = options.readOnly ?? false;
    const state = await (readOnly ? stateModel : journalState)(connection);
    return new MongoJournal(connection, batches, state, readOnly);
  }

  async last(): Promise<StoredBatch | undefined> {
    this.#open.assert();
    const newest = await this.#batches.findOne().sort({ _id: -1 }).lean<BatchDocument>();
    return newest ? asBatch(newest) : undefined;
  }

  async append(batch: StoredBatch): Promise<void> {
    this.#open.assert();
    if (this.#readOnly) throw new JournalFault('this journal was opened for reading only');
    const writing = this.#write(batch);
    this.#underWay = writing.catch(() => undefined);
    await writing;
  }

  async #write(batch: StoredBatch): Promise<void> {
    const { firstSeq, lastSeq, epoch, bytes } = batch;
    try {
      await transaction(this.#connection, async (session) => {
        const head = await this.#state.findById('head').session(session).lean<StateDocument>();
        assertFollows(batch, head ?? emptyHead);
        await this.#state.updateOne({ _id: 'head' }, { $set: { lastSeq, epoch } }, { session });
        const document = { _id: firstSeq, lastSeq, epoch, bytes: Buffer.from(bytes) };
        await this.#batches.create([document], { session });
      });
    } catch (error) {
      if (error instanceof JournalFault) throw error;
      throw new JournalFault('the journal could not be written', { cause: error });
    }
  }

  async *read(fromSeq: number): AsyncGenerator<StoredBatch> {
    this.#open.assert();
    const before = await this.#batches
      .findOne({ _id: trusted({ $lte: fromSeq }) }, { _id: 1 })
      .sort({ _id: -1 })
      .lean<BatchDocument>();
    let start = before?._id ?? fromSeq;
    // In pages, because a cursor that rests too long is closed by the server.
    for (;;) {
      this.#open.assert();
      const page = await this.#batches
        .find({ _id: trusted({ $gte: start }) })
        .sort({ _id: 1 })
        .limit(pageBatches)
        .lean<BatchDocument[]>();
      for (const batch of page) {
        start = batch.lastSeq + 1;
        if (batch.lastSeq >= fromSeq) yield asBatch(batch);
      }
      if (page.length < pageBatches) return;
    }
  }

  async close(): Promise<void> {
    this.#open.close();
    await this.#underWay;
  }
}
