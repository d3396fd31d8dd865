import { createHmac } from 'node:crypto';
import { writtenTaxIdentity, type TaxIdentity } from '@piazza/shared/identity';
import type { PersonId } from '@piazza/shared/values';
import type { VaultChange, VaultStore } from '../ports/vault.ts';
import { readJson, writeJson, type JsonEntry } from '../vault/entries.ts';
import type { Vault } from '../vault/vault.ts';

interface Named {
  readonly people: readonly PersonId[];
}
interface Own {
  readonly hash: string;
}

/**
 * Who has named which tax identity, under a keyed hash: two accounts of one human being are found, and the store shows
 * no tax code nor lets one be guessed offline without the key.
 */
export interface TaxIndex {
  /** Notes what the person has named, in the place of anything earlier; resolves to the other people who named the same. */
  note(identity: TaxIdentity, personId: PersonId): Promise<PersonId[]>;
  /** Removes every entry of the person: part of an erasure. May be repeated. */
  forget(personId: PersonId): Promise<void>;
}

const namedKey = (hash: string): string => `tax/${hash}`;
const ownKey = (personId: PersonId): string => `tax-of/${personId}`;

/** The entry without the person; an entry of nobody goes. */
function without(entry: JsonEntry<Named>, personId: PersonId): VaultChange {
  const people = entry.value.people.filter((one) => one !== personId);
  if (people.length > 0) return writeJson(entry.key, { people }, entry.version);
  return { key: entry.key, value: null, expect: entry.version };
}

async function changesOf(store: VaultStore, personId: PersonId, hash: string | null) {
  const own = await readJson<Own>(store, ownKey(personId));
  const changes: VaultChange[] = [];
  const old = own === undefined || own.value.hash === hash ? undefined : own.value.hash;
  const left = old === undefined ? undefined : await readJson<Named>(store, namedKey(old));
  if (left !== undefined) changes.push(without(left, personId));
  if (hash === null) return own === undefined ? [] : [...changes, { key: own.key, value: null }];
  const entry = await readJson<Named>(store, namedKey(hash));
  const people = [...new Set([...(entry?.value.people ?? []), personId])];
  changes.push(writeJson(namedKey(hash), { people }, entry?.version ?? 0));
  changes.push(writeJson(ownKey(personId), { hash }, own?.version ?? 0));
  return changes;
}

export const createTaxIndex = async (store: VaultStore, vault: Vault): Promise<TaxIndex> => {
  const secret = await vault.secret('tax-index', 32);
  const hashOf = (identity: TaxIdentity): string =>
    createHmac('sha256', secret).update(writtenTaxIdentity(identity)).digest('hex');
  /** Until no other write came between: each try reads what is there now. */
  const commit = async (personId: PersonId, hash: string | null): Promise<void> => {
    while (!(await store.commit(await changesOf(store, personId, hash))));
  };
  return {
    note: async (identity, personId) => {
      const hash = hashOf(identity);
      await commit(personId, hash);
      const entry = await readJson<Named>(store, namedKey(hash));
      return (entry?.value.people ?? []).filter((one) => one !== personId);
    },
    forget: (personId) => commit(personId, null),
  };
};
