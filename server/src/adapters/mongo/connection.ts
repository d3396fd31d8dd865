import mongoose, { type ClientSession, type Connection, type Model, type Schema } from 'mongoose';

const { trusted } = mongoose;
export { trusted };

/** An acknowledged write is on the disks of most nodes, and a read never shows what an election could undo. */
const durable = { writeConcern: { w: 'majority', j: true }, readConcern: { level: 'majority' } } as const;

const namesDatabase = /^mongodb(?:\+srv)?:\/\/[^/]+\/[^/?]/;

/**
 * Connects to a replica set.
 * @throws Error when none answers at `uri` within 10 s, or within the `serverSelectionTimeoutMS` of the URI.
 */
export async function connect(uri: string, database?: string): Promise<Connection> {
  const dbName = database ?? (namesDatabase.test(uri) ? undefined : 'piazza');
  const connection = mongoose.createConnection(uri, {
    ...durable,
    ...(dbName === undefined ? {} : { dbName }),
    sanitizeFilter: true,
    promoteBuffers: true,
    bufferCommands: false,
    ...(uri.includes('serverSelectionTimeoutMS=') ? {} : { serverSelectionTimeoutMS: 10_000 }),
  });
  return connection.asPromise();
}

/** What every schema is made with: an unknown field is an error, in documents and in filters. */
export const strictly = {
  strict: 'throw',
  strictQuery: 'throw',
  versionKey: false,
  minimize: false,
} as const;

/** The model of a collection, which exists with its indexes when this resolves: transactions may not make it. */
export async function modelOf<T>(
  connection: Connection,
  collection: string,
  schema: Schema<T>,
): Promise<Model<T>> {
  const known = connection.models[collection] as Model<T> | undefined;
  const model = known ?? connection.model<T>(collection, schema, collection);
  await model.init();
  return model;
}

/** Runs `job` as one transaction: all of it or nothing. It runs again when another transaction was in its way. */
export async function transaction<T>(
  connection: Connection,
  job: (session: ClientSession) => Promise<T>,
): Promise<T> {
  const results: T[] = [];
  await connection.withSession(async (session) =>
    session.withTransaction(async () => {
      results.splice(0, 1, await job(session));
    }, durable),
  );
  const [result] = results;
  return result as T;
}
