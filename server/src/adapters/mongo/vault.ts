import { Schema, type Connection, type Model } from 'mongoose';
import { type VaultChange, type VaultEntry, type VaultStore } from '../../ports/vault.ts';
import { OpenFlag } from '../rules/open.ts';
import { Turns } from '../rules/turns.ts';
import { assertChanges } from '../rules/vault.ts';
import { modelOf, strictly, transaction, trusted } from './connection.ts';

interface EntryDocument {
  readonly _id: string;
  readonly value: Buffer;
  readonly version: number;
}

interface StateDocument {
  readonly _id: 'newest';
  readonly version: number;
}

const entrySchema = new Schema<EntryDocument>(
  {
    _id: { type: String, required: true },
    value: { type: Buffer, required: true },
    version: { type: Number, required: true },
  },
  strictly,
);
const stateSchema = new Schema<StateDocument>(
  { _id: { type: String, required: true }, version: { type: Number, required: true } },
  strictly,
);

const collection = 'vault_entries';
const asEntry = ({ _id, value, version }: EntryDocument): VaultEntry => ({ key: _id, value, version });
const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);

/** Thrown inside a transaction to undo it. */
class Unmet extends Error {}

/** The vault as one document per key; every commit is a transaction that counts up the newest version. */
export class MongoVault implements VaultStore {
  readonly #open = new OpenFlag('vault');
  readonly #turns = new Turns();
  readonly #connection: Connection;
  readonly #entries: Model<EntryDocument>;
  readonly #state: Model<StateDocument>;

  private constructor(connection: Connection, entries: Model<EntryDocument>, state: Model<StateDocument>) {
    this.#connection = connection;
    this.#entries = entries;
    this.#state = state;
  }

  static async open(connection: Connection): Promise<MongoVault> {
    const entries = await modelOf(connection, collection, entrySchema);
    const state = await modelOf(connection, 'vault_state', stateSchema);
    await state.updateOne({ _id: 'newest' }, { $setOnInsert: { version: 0 } }, { upsert: true });
    return new MongoVault(connection, entries, state);
  }

  async get(key: string): Promise<VaultEntry | undefined> {
    this.#open.assert();
    const found = await this.#entries.findById(key).lean<EntryDocument>();
    return found ? asEntry(found) : undefined;
  }

  async list(prefix: string, options: Parameters<VaultStore['list']>[1] = {}): Promise<VaultEntry[]> {
    this.#open.assert();
    const { after, limit, reverse = false } = options;
    if (limit === 0) return [];
    const beyond = after === undefined ? {} : { [reverse ? '$lt' : '$gt']: after };
    const query = this.#entries
      .find({ _id: trusted({ $regex: `^${escaped(prefix)}`, ...beyond }) })
      .sort({ _id: reverse ? -1 : 1 });
    const found = await (limit === undefined ? query : query.limit(limit)).lean<EntryDocument[]>();
    return found.map(asEntry);
  }

  async commit(changes: readonly VaultChange[]): Promise<boolean> {
    this.#open.assert();
    assertChanges(changes);
    return this.#turns.run(async () => {
      try {
        await transaction(this.#connection, async (session) => this.#apply(changes, session));
        return true;
      } catch (error) {
        if (error instanceof Unmet) return false;
        throw error;
      }
    });
  }

  /**
   * Gives the space of removed entries back to the file system. The replica set's oplog keeps them until it has rolled
   * over: how long that is, is the operator's setting (`storage.oplogMinRetentionHours` and the oplog's size).
   */
  async compact(): Promise<void> {
    this.#open.assert();
    await this.#turns.run(async () => {
      try {
        await this.#connection.db?.command({ compact: collection, force: true });
      } catch (error) {
        // Hosted offers refuse the command; the entries are gone for every reader all the same.
        if (!isRefusal(error)) throw error;
      }
    });
  }

  async close(): Promise<void> {
    this.#open.close();
    await this.#turns.idle();
  }

  async #apply(
    changes: readonly VaultChange[],
    session: Parameters<Parameters<typeof transaction>[1]>[0],
  ): Promise<void> {
    const counted = await this.#state
      .findOneAndUpdate({ _id: 'newest' }, { $inc: { version: 1 } }, { session, returnDocument: 'after' })
      .lean<StateDocument>();
    if (!counted) throw new Error('the state of the vault was removed from the database');
    const keys = changes.filter(({ expect }) => expect !== undefined).map(({ key }) => key);
    const found = await this.#entries
      .find({ _id: trusted({ $in: keys }) }, { version: 1 })
      .session(session)
      .lean<EntryDocument[]>();
    const versions = new Map(found.map(({ _id, version }) => [_id, version]));
    const unmet = changes.some(
      ({ key, expect }) => expect !== undefined && (versions.get(key) ?? 0) !== expect,
    );
    if (unmet) throw new Unmet();
    const { version } = counted;
    const writes = changes.map(({ key, value }) => {
      const filter = { _id: key };
      if (value === null) return { deleteOne: { filter } };
      const update = { $set: { value: Buffer.from(value), version } };
      return { updateOne: { filter, update, upsert: true } };
    });
    if (writes.length > 0) await this.#entries.bulkWrite(writes, { session });
  }
}

const refusedCodes: readonly unknown[] = [13, 59, 115, 238];

/** Unauthorized, CommandNotFound, CommandNotSupported, NotImplemented. */
function isRefusal(error: unknown): boolean {
  return error instanceof Error && 'code' in error && refusedCodes.includes(error.code);
}
