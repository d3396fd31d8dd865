import { Schema, type ClientSession, type Connection, type Model } from 'mongoose';
import { type HistoryEntry, type HistoryLine, type HistoryStore } from '../../ports/history.ts';
import { OpenFlag } from '../rules/open.ts';
import { assertForward, jsonText, pageRange, type PageOptions } from '../rules/page.ts';
import { Turns } from '../rules/turns.ts';
import { modelOf, strictly, transaction, trusted } from './connection.ts';

interface LineDocument {
  readonly stream: string;
  readonly index: number;
  /** JSON text: a value comes back exactly as it was, whatever its keys are. */
  readonly text: string;
}

interface StreamDocument {
  readonly _id: string;
  readonly length: number;
}

interface StateDocument {
  readonly _id: 'folded';
  readonly checkpoint: number;
  /** A wipe has begun and not ended: what is there is no whole history. */
  readonly wiping: boolean;
}

const lineSchema = new Schema<LineDocument>(
  {
    stream: { type: String, required: true },
    index: { type: Number, required: true },
    text: { type: String, required: true },
  },
  strictly,
);
lineSchema.index({ stream: 1, index: 1 }, { unique: true });
const streamSchema = new Schema<StreamDocument>(
  { _id: { type: String, required: true }, length: { type: Number, required: true } },
  strictly,
);
const stateSchema = new Schema<StateDocument>(
  {
    _id: { type: String, required: true },
    checkpoint: { type: Number, required: true },
    wiping: { type: Boolean, required: true },
  },
  strictly,
);

interface Models {
  readonly lines: Model<LineDocument>;
  readonly streams: Model<StreamDocument>;
  readonly state: Model<StateDocument>;
}

/** History as one document per line; lines, lengths and the checkpoint change in one transaction. */
export class MongoHistory implements HistoryStore {
  readonly #open = new OpenFlag('history');
  readonly #turns = new Turns();
  readonly #connection: Connection;
  readonly #models: Models;

  private constructor(connection: Connection, models: Models) {
    this.#connection = connection;
    this.#models = models;
  }

  static async open(connection: Connection): Promise<MongoHistory> {
    const lines = await modelOf(connection, 'history_lines', lineSchema);
    const streams = await modelOf(connection, 'history_streams', streamSchema);
    const state = await modelOf(connection, 'history_state', stateSchema);
    const empty = { $setOnInsert: { checkpoint: 0, wiping: false } };
    await state.updateOne({ _id: 'folded' }, empty, { upsert: true });
    const history = new MongoHistory(connection, { lines, streams, state });
    if ((await state.findById('folded').lean<StateDocument>())?.wiping) await history.wipe();
    return history;
  }

  async checkpoint(): Promise<number> {
    this.#open.assert();
    return (await this.#models.state.findById('folded').lean<StateDocument>())?.checkpoint ?? 0;
  }

  async append(seq: number, lines: readonly HistoryLine[]): Promise<number[]> {
    this.#open.assert();
    const texts = lines.map(({ stream, value }) => ({ stream, text: jsonText(value) }));
    return this.#turns.run(async () =>
      transaction(this.#connection, async (session) => {
        const { state, lines: model } = this.#models;
        const folded = await state.findById('folded').session(session).lean<StateDocument>();
        assertForward(folded?.checkpoint ?? 0, seq);
        await state.updateOne({ _id: 'folded' }, { $set: { checkpoint: seq } }, { session });
        const lengths = await this.#lengths([...new Set(texts.map(({ stream }) => stream))], session);
        const documents = texts.map(({ stream, text }) => {
          const index = (lengths.get(stream) ?? 0) + 1;
          lengths.set(stream, index);
          return { stream, index, text };
        });
        if (documents.length > 0) {
          await model.insertMany(documents, { session });
          await this.#setLengths(lengths, session);
        }
        return documents.map(({ index }) => index);
      }),
    );
  }

  async page(stream: string, options: PageOptions): Promise<HistoryEntry[]> {
    this.#open.assert();
    const { from, to, descending } = pageRange(await this.length(stream), options);
    if (to < from) return [];
    const found = await this.#models.lines
      .find({ stream, index: trusted({ $gte: from, $lte: to }) })
      .sort({ index: descending ? -1 : 1 })
      .lean<LineDocument[]>();
    return found.map(({ index, text }) => ({ index, value: JSON.parse(text) as unknown }));
  }

  async length(stream: string): Promise<number> {
    this.#open.assert();
    return (await this.#models.streams.findById(stream).lean<StreamDocument>())?.length ?? 0;
  }

  async wipe(): Promise<void> {
    this.#open.assert();
    const { lines, streams, state } = this.#models;
    // Too much for one transaction: a wipe that was cut short is noted, and ended at the next opening.
    await this.#turns.run(async () => {
      await state.updateOne({ _id: 'folded' }, { $set: { wiping: true } });
      await streams.deleteMany({});
      await lines.deleteMany({});
      await state.updateOne({ _id: 'folded' }, { $set: { checkpoint: 0, wiping: false } });
    });
  }

  async close(): Promise<void> {
    this.#open.close();
    await this.#turns.idle();
  }

  async #lengths(streams: readonly string[], session: ClientSession): Promise<Map<string, number>> {
    const found = await this.#models.streams
      .find({ _id: trusted({ $in: [...streams] }) })
      .session(session)
      .lean<StreamDocument[]>();
    return new Map(found.map(({ _id, length }) => [_id, length]));
  }

  async #setLengths(lengths: ReadonlyMap<string, number>, session: ClientSession): Promise<void> {
    const writes = Array.from(lengths, ([_id, length]) => ({
      updateOne: { filter: { _id }, update: { $set: { length } }, upsert: true },
    }));
    await this.#models.streams.bulkWrite(writes, { session });
  }
}
