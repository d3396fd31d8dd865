import type { Role } from '@piazza/shared/contract';
import type { ListingId, PersonId } from '@piazza/shared/values';
import type { VaultStore } from '../ports/vault.ts';
import { readJson, writeJson, type JsonEntry } from '../vault/entries.ts';

/** An account of the story that newcomers may sign in to. */
export interface DemoAccount {
  readonly id: PersonId;
  readonly email: string;
  readonly password: string;
  readonly displayName: string;
  readonly role: Role;
}

/** What is kept of the demo story beside the journal, in the vault. */
export interface StoryRecord {
  /** `planting` from before the first record until the story is whole: such a venue has never been served. */
  readonly state: 'planting' | 'planted';
  /** UTC ms, real time. */
  readonly at: number;
  readonly accounts: readonly DemoAccount[];
  /** Everybody of the story: what they create is fiction. */
  readonly cast: readonly PersonId[];
  /** Those of the cast who go on committing. */
  readonly crowd: readonly PersonId[];
  /** Admitted listings kept back for the day when few offers are open. */
  readonly reserve: readonly ListingId[];
}

const KEY = 'demo/story';

export const readStory = (store: VaultStore): Promise<JsonEntry<StoryRecord> | undefined> =>
  readJson<StoryRecord>(store, KEY);

/** @throws Error when somebody else has written it meanwhile. */
export async function writeStory(store: VaultStore, record: StoryRecord, expect: number): Promise<void> {
  if (!(await store.commit([writeJson(KEY, record, expect)])))
    throw new Error('The record of the demo story was changed by somebody else');
}
