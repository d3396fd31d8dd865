import { type FolderConfig, openFolderReader, openFolderStores } from './lmdb/open.ts';
import { type MongoConfig } from './mongo/open.ts';
import { type ReaderStores, type Stores } from './stores.ts';

export { type ReaderStores, type Stores } from './stores.ts';

/** Where everything durable lies: a folder of this machine, or a MongoDB replica set. */
export type StoresConfig = FolderConfig | MongoConfig;

/**
 * Opens every store for the process that will claim the writing.
 * @throws Error when the folder cannot be used or the replica set does not answer.
 */
export async function openStores(config: StoresConfig): Promise<Stores> {
  if ('dataDir' in config) return openFolderStores(config);
  // Loaded only where it is used: mongoose doubles the time of a start.
  const { openMongoStores } = await import('./mongo/open.ts');
  return openMongoStores(config);
}

/**
 * Opens the journal for reading only, with the snapshots and the head, while another process may be writing.
 * @throws Error when there is no journal yet, or no replica set answers.
 */
export async function openReader(config: StoresConfig): Promise<ReaderStores> {
  if ('dataDir' in config) return openFolderReader(config);
  const { openMongoReader } = await import('./mongo/open.ts');
  return openMongoReader(config);
}
