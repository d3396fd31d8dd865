import type { PersonId } from '@piazza/shared/values';
import type { VaultChange, VaultStore } from '../ports/vault.ts';
import { readJson, scan, writeJson } from '../vault/entries.ts';
import type { Vault } from '../vault/vault.ts';
import { shortId } from './tokens.ts';

/** What is sealed of a passkey, under its person's key. */
export interface KeptPasskey {
  readonly credentialId: string;
  /** COSE, base64url. */
  readonly publicKey: string;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly name: string;
  readonly createdAt: number;
  readonly lastUsedAt: number | null;
}

export interface PasskeyEntry extends KeptPasskey {
  readonly id: string;
  readonly version: number;
}

/** `pky_…`: a hash of the credential's own id, so that the store does not show it. */
export const passkeyIdOf = (credentialId: string): string => shortId('pky', credentialId);

const prefixOf = (personId: PersonId): string => `passkey/${personId}/`;
const entryKey = (personId: PersonId, id: string): string => `${prefixOf(personId)}${id}`;
/** Whose passkey it is, for a sign-in without an address. */
const indexKey = (id: string): string => `passkey-of/${id}`;

/** Passkeys in the vault: sealed, below their person, with an index by their id. */
export interface PasskeyStore {
  list(personId: PersonId): Promise<PasskeyEntry[]>;
  find(personId: PersonId, id: string): Promise<PasskeyEntry | undefined>;
  ownerOf(id: string): Promise<PersonId | undefined>;
  /** The change that writes it where it still has that version (0: where there is none). */
  write(subject: string, personId: PersonId, kept: KeptPasskey, expect: number): Promise<VaultChange>;
  index(id: string, personId: PersonId): VaultChange;
  removal(personId: PersonId, id: string): VaultChange[];
}

export const createPasskeyStore = (store: VaultStore, vault: Vault): PasskeyStore => {
  const open = async (key: string, bytes: Uint8Array, version: number): Promise<PasskeyEntry[]> => {
    const kept = await vault.unbox<KeptPasskey>(key, bytes);
    return kept === undefined ? [] : [{ ...kept, id: passkeyIdOf(kept.credentialId), version }];
  };

  return {
    list: async (personId) => {
      const found: PasskeyEntry[] = [];
      for await (const { key, value, version } of scan(store, prefixOf(personId)))
        found.push(...(await open(key, value, version)));
      return found.toSorted((a, b) => a.createdAt - b.createdAt);
    },
    find: async (personId, id) => {
      const entry = await store.get(entryKey(personId, id));
      return entry && (await open(entry.key, entry.value, entry.version))[0];
    },
    ownerOf: async (id) => (await readJson<{ personId: PersonId }>(store, indexKey(id)))?.value.personId,
    write: async (subject, personId, kept, expect) => {
      const key = entryKey(personId, passkeyIdOf(kept.credentialId));
      return { key, value: await vault.box(subject, key, kept), expect };
    },
    index: (id, personId) => writeJson(indexKey(id), { personId }, 0),
    removal: (personId, id) => [
      { key: entryKey(personId, id), value: null },
      { key: indexKey(id), value: null },
    ],
  };
};
