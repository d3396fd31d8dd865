import { closeSync, existsSync, fsyncSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { open, type RootDatabase } from 'lmdb';

/** An LMDB environment: a folder with `data.mdb` and `lock.mdb`, whose root only names databases. */
export type Environment = RootDatabase<Buffer, string>;

/**
 * Opens the environment in `folder`, which is made where it does not exist.
 * With `readOnly` another process may write meanwhile.
 * @throws Error when `readOnly` is asked for and nothing has been written there yet.
 */
export function openEnvironment(folder: string, readOnly = false): Environment {
  if (readOnly && !existsSync(join(folder, 'data.mdb'))) throw new Error(`there is no store at ${folder}`);
  // With overlapping sync a commit resolves before it is flushed, and after a power cut the file may be torn.
  return open<Buffer, string>({ path: folder, noSubdir: false, overlappingSync: false, readOnly });
}

/** Makes a rename inside `folder` survive a power cut, where the system allows folders to be flushed. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

const reasonPatienceMs = 100;

/** lmdb tells the reason of a failed commit in a second promise, which must be caught as well. */
async function withReason(failure: unknown): Promise<unknown> {
  if (!(failure instanceof Error) || !('commitError' in failure)) return failure;
  const reason = Promise.resolve(failure.commitError).catch((cause: unknown) => cause);
  const patience = new Promise<unknown>((resolve) => {
    setTimeout(resolve, reasonPatienceMs, failure).unref();
  });
  const cause = await Promise.race([reason, patience]);
  const detail = cause instanceof Error ? cause.message : JSON.stringify(cause);
  return new Error(`the medium refused a write: ${detail}`, { cause });
}

/**
 * Waits for every write of one transaction and gives what each resolved to.
 * @throws Error whose cause is the medium's own error when it failed; what a transaction's callback threw as it is.
 */
export async function settled<T>(writes: readonly PromiseLike<T>[]): Promise<T[]> {
  const outcomes = await Promise.allSettled(writes);
  const values: T[] = [];
  const failures: unknown[] = [];
  for (const outcome of outcomes) {
    if (outcome.status === 'fulfilled') values.push(outcome.value);
    else failures.push(await withReason(outcome.reason));
  }
  if (failures.length > 0) throw failures[0];
  return values;
}
