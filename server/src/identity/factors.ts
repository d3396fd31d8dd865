import type { PersonId } from '@piazza/shared/values';
import type { VaultChange, VaultStore } from '../ports/vault.ts';
import { readJson, writeJson, type JsonEntry } from '../vault/entries.ts';
import type { Vault } from '../vault/vault.ts';

/** `factor/<person>`: how a person proves themselves beside their password. The secret is sealed under their key. */
export interface Factor {
  /** Sealed; base64. */
  readonly sealed: string;
  /** Null while the app has not shown a first code. */
  readonly confirmedAt: number | null;
  /** Newest time step whose code was used; −1 before the first. */
  readonly lastStep: number;
  /** Hashes of the recovery codes that are left. */
  readonly recovery: readonly string[];
}

const factorKey = (personId: PersonId): string => `factor/${personId}`;

export const readFactor = (store: VaultStore, personId: PersonId): Promise<JsonEntry<Factor> | undefined> =>
  readJson<Factor>(store, factorKey(personId));

export const writeFactor = (personId: PersonId, factor: Factor, expect: number): VaultChange =>
  writeJson(factorKey(personId), factor, expect);

export const removeFactor = (personId: PersonId, expect?: number): VaultChange =>
  expect === undefined
    ? { key: factorKey(personId), value: null }
    : { key: factorKey(personId), value: null, expect };

export const sealSecret = async (
  vault: Vault,
  subject: string,
  personId: PersonId,
  secret: string,
): Promise<string> =>
  Buffer.from(await vault.box(subject, factorKey(personId), { secret })).toString('base64');

/** Undefined once the person is erased. */
export const openSecret = async (
  vault: Vault,
  personId: PersonId,
  { sealed }: Factor,
): Promise<string | undefined> =>
  (await vault.unbox<{ secret: string }>(factorKey(personId), Buffer.from(sealed, 'base64')))?.secret;
