import { createSecretKey, type KeyObject } from 'node:crypto';
import type { VaultStore } from '../ports/vault.ts';
import { removeKeys, scan } from './entries.ts';
import { fileKeys, isFileRef } from './file-keys.ts';
import { createLru } from './lru.ts';
import { base64url, type VaultSources } from './sources.ts';

const KEY_BYTES = 32;
const CACHED_KEYS = 2_000;

export const documentKey = (ref: string): string => `doc/${ref}`;
const ownedPrefix = (subject: string): string => `owned/${subject}/`;
/** Names a document below its subject, so that erasure finds it without reading the others. */
export const ownedKey = (subject: string, ref: string): string => `${ownedPrefix(subject)}${ref}`;

/** Whoever personal data is about: a random name with a key of its own. Without the key nothing of theirs opens. */
export interface Subjects {
  create(): Promise<string>;
  /** The subject of that name, which gets a key with its first use. */
  obtain(subject: string): Promise<string>;
  /** Undefined once erased. */
  key(subject: string): Promise<KeyObject | undefined>;
  /** Removes the key, then the documents. May be repeated after a crash. */
  remove(subject: string): Promise<void>;
  /** References of all that is sealed for the subject. */
  owned(subject: string): AsyncGenerator<string>;
  /** Drops the key from memory, on a node that hears of an erasure made elsewhere. */
  forget(subject: string): void;
  /** Grows with every `forget`: what was read before it must not be cached after it. */
  forgotten(): number;
}

export const createSubjects = (store: VaultStore, sources: VaultSources): Subjects => {
  const cache = createLru<KeyObject>(CACHED_KEYS);
  let forgotten = 0;

  const forget = (subject: string): void => {
    forgotten += 1;
    cache.delete(subject);
  };

  return {
    create: async () => {
      const subject = `sub_${base64url(sources.randomBytes(16))}`;
      const bytes = sources.randomBytes(KEY_BYTES);
      const created = await store.commit([{ key: `key/${subject}`, value: bytes, expect: 0 }]);
      if (!created) throw new Error('A random subject came up twice');
      return subject;
    },
    obtain: async (subject) => {
      const key = `key/${subject}`;
      // Where two begin at once, one of them makes the key.
      if ((await store.get(key)) === undefined)
        await store.commit([{ key, value: sources.randomBytes(KEY_BYTES), expect: 0 }]);
      return subject;
    },
    key: async (subject) => {
      const cached = cache.get(subject);
      if (cached !== undefined) return cached;
      const before = forgotten;
      const entry = await store.get(`key/${subject}`);
      if (entry === undefined) return undefined;
      const key = createSecretKey(entry.value);
      if (forgotten === before) cache.set(subject, key);
      return key;
    },
    remove: async (subject) => {
      // The key goes first and alone: from then on the rest is unreadable, whatever happens next.
      await store.commit([{ key: `key/${subject}`, value: null }]);
      forget(subject);
      const keys: string[] = [];
      for await (const entry of scan(store, ownedPrefix(subject))) {
        const ref = entry.key.slice(ownedPrefix(subject).length);
        keys.push(...(isFileRef(ref) ? await fileKeys(store, ref) : [documentKey(ref)]), entry.key);
      }
      await removeKeys(store, keys);
    },
    async *owned(subject) {
      for await (const { key } of scan(store, ownedPrefix(subject)))
        yield key.slice(ownedPrefix(subject).length);
    },
    forget,
    forgotten: () => forgotten,
  };
};
