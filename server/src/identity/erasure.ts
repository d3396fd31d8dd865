import type { PersonId } from '@piazza/shared/values';
import type { VaultStore } from '../ports/vault.ts';
import { removeKeys, scan, scanJson } from '../vault/entries.ts';
import { readHeader } from '../vault/envelope.ts';
import type { Vault } from '../vault/vault.ts';
import { readCredentials, removeCredentials } from './credentials.ts';
import type { EmailIndex } from './email-index.ts';
import { removeFactor } from './factors.ts';
import type { Sessions } from './sessions.ts';
import type { TaxIndex } from './tax-index.ts';

/**
 * Removes everything of a person that the vault holds, and rewrites its medium; `along` are further subjects that nothing
 * of law keeps. May be repeated after a crash at any
 * point: each step finds what the one before left.
 */
export type Eraser = (personId: PersonId, subject: string, along?: readonly string[]) => Promise<void>;

export interface EraserParts {
  readonly store: VaultStore;
  readonly vault: Vault;
  readonly emails: EmailIndex;
  readonly sessions: Pick<Sessions, 'revokeAll'>;
  readonly taxes: Pick<TaxIndex, 'forget'>;
}

/** What stands under a name of its own and says in clear whose it is. */
const named = ['reset/', 'login/', 'ceremony/', 'passkey-of/', 'email/'];

/** Keys of entries that name the person, of mails sealed for them, and of what lies below their id. */
const traces = async (store: VaultStore, personId: PersonId, subject: string): Promise<string[]> => {
  const keys: string[] = [];
  for (const prefix of named)
    for await (const { key, value } of scanJson<{ readonly personId?: unknown }>(store, prefix))
      if (value.personId === personId) keys.push(key);
  for await (const { key } of scan(store, `passkey/${personId}/`)) keys.push(key);
  for await (const { key, value } of scan(store, 'mail/'))
    if (readHeader(value).subject === subject) keys.push(key);
  return keys;
};

/** Mails to the person's address about something else, such as an organisation that invited them. */
const mailsTo = async ({ store, vault, emails }: EraserParts, emailHash: string): Promise<string[]> => {
  const keys: string[] = [];
  for await (const { key, value } of scan(store, 'mail/')) {
    const kept = await vault.unbox<{ readonly to: string }>(key, value);
    if (kept !== undefined && emails.hash(kept.to) === emailHash) keys.push(key);
  }
  return keys;
};

export const createEraser = (parts: EraserParts): Eraser => {
  const { store, vault, emails, sessions, taxes } = parts;
  return async (personId, subject, along = []) => {
    const credentials = await readCredentials(store, personId);
    // First, because the credentials alone know the address by then.
    if (credentials !== undefined) await removeKeys(store, await mailsTo(parts, credentials.value.emailHash));
    const address = credentials === undefined ? [] : [emails.release(credentials.value.emailHash)];
    // Without credentials no further session opens, so the ones found next are all there are.
    await store.commit([removeCredentials(personId), removeFactor(personId), ...address]);
    await sessions.revokeAll(personId, 'erasure');
    await taxes.forget(personId);
    await removeKeys(store, await traces(store, personId, subject));
    await vault.destroy({ subjects: along, refs: [] });
    await vault.eraseSubject(subject);
  };
};
