import { createHmac } from 'node:crypto';
import type { PersonId } from '@piazza/shared/values';
import type { VaultChange, VaultStore } from '../ports/vault.ts';
import { readJson, writeJson, type JsonEntry } from '../vault/entries.ts';
import type { Vault } from '../vault/vault.ts';

/** Who holds an address: a person, or for a moment a link whose account is being made. */
type Holder =
  | { readonly personId: PersonId }
  | { readonly claimedBy: string; readonly subject: string; readonly until: number };

export interface Claim {
  /** Subject of the account under way: the first claimant's, where a claim of the same link is resumed. */
  readonly subject: string;
  readonly version: number;
}

/** Unique email addresses under a keyed hash: the store never shows an address, nor lets one be guessed offline without the key. */
export interface EmailIndex {
  /** The keyed hash of the address, hex. */
  hash(email: string): string;
  personOf(emailHash: string): Promise<PersonId | undefined>;
  /** Holds the address for `by`; undefined when a person or another claim that has not lapsed holds it. */
  claim(
    emailHash: string,
    by: string,
    subject: string,
    until: number,
    now: number,
  ): Promise<Claim | undefined>;
  /** The change that turns a claim into the person's. */
  assign(emailHash: string, claim: Claim, personId: PersonId): VaultChange;
  release(emailHash: string): VaultChange;
}

const indexKey = (emailHash: string): string => `email/${emailHash}`;

export const createEmailIndex = async (store: VaultStore, vault: Vault): Promise<EmailIndex> => {
  const secret = await vault.secret('email-index', 32);

  const resume = (entry: JsonEntry<Holder>, by: string, now: number): Claim | 'lapsed' | undefined => {
    if ('personId' in entry.value) return undefined;
    if (entry.value.claimedBy === by) return { subject: entry.value.subject, version: entry.version };
    return entry.value.until <= now ? 'lapsed' : undefined;
  };

  return {
    hash: (email) => createHmac('sha256', secret).update(email.normalize('NFC').toLowerCase()).digest('hex'),
    personOf: async (emailHash) => {
      const entry = await readJson<Holder>(store, indexKey(emailHash));
      return entry !== undefined && 'personId' in entry.value ? entry.value.personId : undefined;
    },
    claim: async (emailHash, by, subject, until, now) => {
      const key = indexKey(emailHash);
      const found = await readJson<Holder>(store, key);
      const resumed = found === undefined ? 'lapsed' : resume(found, by, now);
      if (resumed !== 'lapsed') return resumed;
      await store.commit([writeJson(key, { claimedBy: by, subject, until }, found?.version ?? 0)]);
      // Whether this write won or another of the same link did, what is there now decides.
      const kept = await readJson<Holder>(store, key);
      const own = kept === undefined ? undefined : resume(kept, by, now);
      return own === 'lapsed' ? undefined : own;
    },
    assign: (emailHash, claim, personId) => writeJson(indexKey(emailHash), { personId }, claim.version),
    release: (emailHash) => ({ key: indexKey(emailHash), value: null }),
  };
};
