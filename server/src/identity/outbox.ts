import type { Mail } from '@piazza/shared/contract';
import type { Millis } from '@piazza/shared/values';
import type { MailTransport } from '../ports/mail.ts';
import type { VaultEntry, VaultStore } from '../ports/vault.ts';
import { removeKeys, scan } from '../vault/entries.ts';
import { readHeader } from '../vault/envelope.ts';
import { base64url, type VaultSources } from '../vault/sources.ts';
import type { Vault } from '../vault/vault.ts';

const PREFIX = 'mail/';
const STAMP_DIGITS = 15;

/** Mail kept in the vault instead of sent, sealed with the key of whom it is about. */
export interface Outbox extends MailTransport {
  /** Newest first; pass `next` as the following `cursor`. Mail of an erased subject is left out. */
  page(cursor: string | undefined, limit: number): Promise<{ items: Mail[]; next: string | null }>;
  /** Removes mails written before that moment of real time, ms. Returns how many. */
  removeBefore(at: number): Promise<number>;
  /** Mails about one subject, oldest first. */
  about(subject: string): Promise<Mail[]>;
}

type Kept = Pick<Mail, 'to' | 'subject' | 'text'>;

/** When the mail was written: their keys are in that order. */
const stampOf = (key: string): number => Number(key.slice(PREFIX.length, PREFIX.length + STAMP_DIGITS));

/** Counts a mail, and removes the oldest beyond `keep`; one removal at a time, so that the count stays right. */
const createRetention = async (store: VaultStore, keep: number) => {
  let count = 0;
  let trimming = false;
  for await (const _entry of scan(store, PREFIX)) count += 1;

  const remove = async (mails: readonly VaultEntry[]): Promise<number> => {
    await removeKeys(
      store,
      mails.map(({ key }) => key),
    );
    count -= mails.length;
    return mails.length;
  };
  return {
    counted: async (): Promise<void> => {
      count += 1;
      if (count <= keep || trimming) return;
      trimming = true;
      try {
        await remove(await store.list(PREFIX, { limit: count - keep }));
      } finally {
        trimming = false;
      }
    },
    removeBefore: async (at: number): Promise<number> => {
      const old: VaultEntry[] = [];
      for await (const entry of scan(store, PREFIX)) {
        if (stampOf(entry.key) >= at) break;
        old.push(entry);
      }
      return remove(old);
    },
  };
};

const presentMail = async (vault: Vault, entry: VaultEntry): Promise<Mail[]> => {
  const kept = await vault.unbox<Kept>(entry.key, entry.value);
  const id = entry.key.slice(PREFIX.length);
  return kept === undefined ? [] : [{ id, at: Number(id.slice(0, STAMP_DIGITS)) as Millis, ...kept }];
};

/** An outbox that keeps the newest `keep` mails. */
export const createOutbox = async (
  store: VaultStore,
  vault: Vault,
  sources: VaultSources,
  keep: number,
): Promise<Outbox> => {
  const { counted, removeBefore } = await createRetention(store, keep);
  let newest = 0;

  return {
    send: async ({ subject, to, title, text }) => {
      // Mails of one millisecond still follow one another in the order they were sent.
      newest = Math.max(newest + 1, sources.realNow());
      const stamp = String(newest).padStart(STAMP_DIGITS, '0');
      const key = `${PREFIX}${stamp}-${base64url(sources.randomBytes(9))}`;
      const kept: Kept = { to, subject: title, text };
      await store.commit([{ key, value: await vault.box(subject, key, kept) }]);
      await counted();
    },
    removeBefore,
    about: async (subject) => {
      const found: Mail[] = [];
      for await (const entry of scan(store, PREFIX))
        if (readHeader(entry.value).subject === subject) found.push(...(await presentMail(vault, entry)));
      return found;
    },
    page: async (cursor, limit) => {
      const after = cursor === undefined ? {} : { after: `${PREFIX}${cursor}` };
      const entries = await store.list(PREFIX, { ...after, limit, reverse: true });
      const items = (await Promise.all(entries.map((entry) => presentMail(vault, entry)))).flat();
      const last = entries.at(-1);
      return {
        items,
        next: last !== undefined && entries.length === limit ? last.key.slice(PREFIX.length) : null,
      };
    },
  };
};
