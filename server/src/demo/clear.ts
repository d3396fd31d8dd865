import type { Stores } from '../adapters/stores.ts';
import { readStory } from './record.ts';

/** What tells of people who were served: sign-ins, and accounts that wait for their mail to be answered. */
const tracesOfPeople = ['family/', 'pending/', 'reset/'];

async function holdsHalfAStory(stores: Stores): Promise<boolean> {
  const lease = await stores.election.claim();
  try {
    if ((await readStory(stores.vault))?.value.state !== 'planting') return false;
    for (const prefix of tracesOfPeople) {
      if ((await stores.vault.list(prefix, { limit: 1 })).length > 0)
        throw new Error(
          'The demo story was never finished, and yet somebody has used this venue: nothing is cleared',
        );
    }
    return true;
  } finally {
    await lease.release();
  }
}

/**
 * Opens the stores; where they hold nothing but a demo story that was never finished, clears them and opens them anew.
 * Such a venue was never served: the story is marked as whole before anybody can reach it.
 * @param clear removes what `open` opens; undefined where this program must not
 * @throws Error with a word for the operator when another process holds the stores, or they cannot be cleared.
 */
export async function openWholeStores(
  open: () => Promise<Stores>,
  clear: (() => Promise<void>) | undefined,
): Promise<{ readonly stores: Stores; readonly cleared: boolean }> {
  const stores = await open();
  let half: boolean;
  try {
    half = await holdsHalfAStory(stores);
  } catch (error) {
    await stores.close();
    throw error;
  }
  if (!half) return { stores, cleared: false };
  await stores.close();
  if (clear === undefined)
    throw new Error('A demo story was begun here and never finished. Drop this database, then start again.');
  await clear();
  return { stores: await open(), cleared: true };
}
