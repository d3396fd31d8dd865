import type { PersonId } from '@piazza/shared/values';
import type { VaultChange, VaultStore } from '../ports/vault.ts';
import { readJson, writeJson, type JsonEntry } from '../vault/entries.ts';

/** What a person signs in with, under `cred/<personId>`. */
export interface Credentials {
  /** argon2id in PHC form. */
  readonly passwordHash: string;
  readonly emailHash: string;
  /** Grows with every new password (not with a rehash): what was proved against an older one no longer counts. */
  readonly generation: number;
}

const credentialsKey = (personId: PersonId): string => `cred/${personId}`;

export const readCredentials = (
  store: VaultStore,
  personId: PersonId,
): Promise<JsonEntry<Credentials> | undefined> => readJson<Credentials>(store, credentialsKey(personId));

/** A change that writes the credentials where they still have that version (0: where there are none). */
export const writeCredentials = (personId: PersonId, credentials: Credentials, expect: number): VaultChange =>
  writeJson(credentialsKey(personId), credentials, expect);

export const removeCredentials = (personId: PersonId): VaultChange => ({
  key: credentialsKey(personId),
  value: null,
});
