import { type ReaderStores, type Stores } from '../stores.ts';
import { connect } from './connection.ts';
import { MongoElection, type LeaseTimes } from './election.ts';
import { MongoHeadFile } from './head-file.ts';
import { MongoHistory } from './history.ts';
import { MongoJournal } from './journal.ts';
import { MongoSnapshots } from './snapshots.ts';
import { MongoVault } from './vault.ts';

export interface MongoConfig {
  readonly mongodbUri: string;
  /** Name of the database; the one in the URI, or `piazza`, where it is not given. */
  readonly database?: string;
  readonly leaseTimes?: LeaseTimes;
}

/** Opens every store of a database. @throws Error when no replica set answers. */
export async function openMongoStores(config: MongoConfig): Promise<Stores> {
  const connection = await connect(config.mongodbUri, config.database);
  try {
    const journal = await MongoJournal.open(connection);
    const vault = await MongoVault.open(connection);
    const history = await MongoHistory.open(connection);
    const snapshots = await MongoSnapshots.open(connection);
    const head = await MongoHeadFile.open(connection);
    const election = await MongoElection.open(connection, config.leaseTimes);
    const close = async (): Promise<void> => {
      await Promise.all([journal.close(), vault.close(), history.close(), snapshots.close(), head.close()]);
      await connection.close();
    };
    return { journal, vault, history, snapshots, election, head, close };
  } catch (error) {
    await connection.close();
    throw error;
  }
}

/** Opens the journal for reading only, with the snapshots and the head. */
export async function openMongoReader(config: MongoConfig): Promise<ReaderStores> {
  const connection = await connect(config.mongodbUri, config.database);
  const journal = await MongoJournal.open(connection, { readOnly: true });
  const snapshots = await MongoSnapshots.open(connection);
  const head = await MongoHeadFile.open(connection);
  const close = async (): Promise<void> => {
    await Promise.all([journal.close(), snapshots.close(), head.close()]);
    await connection.close();
  };
  return { journal, snapshots, head, close };
}
