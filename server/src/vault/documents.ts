import { createHash, timingSafeEqual } from 'node:crypto';
import type { VaultStore } from '../ports/vault.ts';
import { canonicalJson } from './canonical.ts';
import { removeKeys, scan } from './entries.ts';
import { openEnvelope, readHeader, sealEnvelope } from './envelope.ts';
import { createLru } from './lru.ts';
import type { SealedRef } from './sealed.ts';
import { base64url, type VaultSources } from './sources.ts';
import { documentKey, ownedKey, type Subjects } from './subjects.ts';

const SALT_BYTES = 16;
const IV_BYTES = 12;
const HASH_BYTES = 32;
const CACHED_BYTES = 32 * 1024 * 1024;
const PRESENT = Uint8Array.of(1);

/** The subject has no key: it was erased, or never was. */
export class SubjectUnknown extends Error {
  override readonly name = 'SubjectUnknown';
}

/** A sealed document is not what it was sealed as: the medium or somebody changed it. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
}

interface Opened {
  readonly subject: string;
  readonly hash: string;
  readonly value: unknown;
  readonly bytes: number;
}

const freeze = (value: unknown): unknown => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const member of Object.values(value)) freeze(member);
  }
  return value;
};

const sameHash = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a, 'hex'), Buffer.from(b, 'hex')];
  return left.length === HASH_BYTES && right.length === HASH_BYTES && timingSafeEqual(left, right);
};

export interface Documents {
  seal(subject: string, value: unknown): Promise<SealedRef>;
  open(sealed: SealedRef | string): Promise<unknown>;
  verify(sealed: SealedRef): Promise<boolean>;
  sweepOrphans(isReferenced: (ref: string) => boolean, olderThanMs: number): Promise<number>;
  /** Whether there was one. */
  remove(ref: string): Promise<boolean>;
  box(subject: string, context: string, value: unknown): Promise<Uint8Array>;
  unbox(context: string, bytes: Uint8Array): Promise<unknown>;
  forget(subject: string): void;
}

type Parts = { readonly store: VaultStore; readonly sources: VaultSources; readonly subjects: Subjects };

/** Encrypts plain bytes for the subject, bound to the place they will be kept at. */
const seal = async (
  parts: Parts,
  subject: string,
  context: string,
  plain: Uint8Array,
): Promise<Uint8Array> => {
  const key = await parts.subjects.key(subject);
  if (key === undefined) throw new SubjectUnknown();
  const header = { subject, createdAt: parts.sources.realNow() };
  return sealEnvelope(key, header, context, parts.sources.randomBytes(IV_BYTES), plain);
};

const unseal = async (parts: Parts, context: string, envelope: Uint8Array): Promise<Buffer | undefined> => {
  const key = await parts.subjects.key(readHeader(envelope).subject);
  if (key === undefined) return undefined;
  try {
    return openEnvelope(key, context, envelope);
  } catch (cause) {
    throw new SealBroken(`What is kept at ${context} does not open`, { cause });
  }
};

/** Reads the document past every cache; undefined when it or its key is gone. */
const load = async (parts: Parts, ref: string): Promise<Opened | undefined> => {
  const entry = await parts.store.get(documentKey(ref));
  if (entry === undefined) return undefined;
  const plain = await unseal(parts, ref, entry.value);
  if (plain === undefined) return undefined;
  return {
    subject: readHeader(entry.value).subject,
    hash: createHash('sha256').update(plain).digest('hex'),
    value: freeze(JSON.parse(plain.toString('utf8', SALT_BYTES))),
    bytes: plain.length,
  };
};

const sealDocument = async (parts: Parts, subject: string, value: unknown): Promise<SealedRef> => {
  // The salt makes the hash of a guessable text (a name, a yes) say nothing, and it dies with the key.
  const plain = Buffer.concat([
    parts.sources.randomBytes(SALT_BYTES),
    Buffer.from(canonicalJson(value), 'utf8'),
  ]);
  const ref = `doc_${base64url(parts.sources.randomBytes(16))}`;
  const kept = await parts.store.commit([
    { key: documentKey(ref), value: await seal(parts, subject, ref, plain), expect: 0 },
    { key: ownedKey(subject, ref), value: PRESENT },
  ]);
  if (!kept) throw new Error('A random document reference came up twice');
  return { ref, hash: createHash('sha256').update(plain).digest('hex') };
};

const sweep = async (
  parts: Parts,
  isReferenced: (ref: string) => boolean,
  olderThanMs: number,
): Promise<string[]> => {
  const bound = parts.sources.realNow() - olderThanMs;
  const orphans: { readonly ref: string; readonly subject: string }[] = [];
  for await (const entry of scan(parts.store, documentKey(''))) {
    const ref = entry.key.slice(documentKey('').length);
    const header = readHeader(entry.value);
    if (header.createdAt < bound && !isReferenced(ref)) orphans.push({ ref, subject: header.subject });
  }
  await removeKeys(
    parts.store,
    orphans.flatMap(({ ref, subject }) => [documentKey(ref), ownedKey(subject, ref)]),
  );
  return orphans.map(({ ref }) => ref);
};

export const createDocuments = (parts: Parts): Documents => {
  const { subjects } = parts;
  const cache = createLru<Opened>(CACHED_BYTES);

  const open = async (ref: string): Promise<Opened | undefined> => {
    const cached = cache.get(ref);
    if (cached !== undefined) return cached;
    const before = subjects.forgotten();
    const opened = await load(parts, ref);
    // An erasure while this was being read must not be undone by the cache.
    if (opened !== undefined && subjects.forgotten() === before) cache.set(ref, opened, opened.bytes);
    return opened;
  };

  return {
    seal: (subject, value) => sealDocument(parts, subject, value),
    open: async (sealed) => {
      const opened = await open(typeof sealed === 'string' ? sealed : sealed.ref);
      if (opened !== undefined && typeof sealed !== 'string' && !sameHash(opened.hash, sealed.hash)) {
        throw new SealBroken(`${sealed.ref} is not the document that was journaled`);
      }
      return opened?.value;
    },
    verify: async (sealed) => {
      try {
        const opened = await load(parts, sealed.ref);
        return opened !== undefined && sameHash(opened.hash, sealed.hash);
      } catch (failure) {
        if (failure instanceof SealBroken) return false;
        throw failure;
      }
    },
    sweepOrphans: async (isReferenced, olderThanMs) => {
      const removed = await sweep(parts, isReferenced, olderThanMs);
      for (const ref of removed) cache.delete(ref);
      return removed.length;
    },
    remove: async (ref) => {
      const entry = await parts.store.get(documentKey(ref));
      if (entry === undefined) return false;
      const { subject } = readHeader(entry.value);
      await removeKeys(parts.store, [documentKey(ref), ownedKey(subject, ref)]);
      cache.delete(ref);
      return true;
    },
    box: (subject, context, value) =>
      seal(parts, subject, context, Buffer.from(canonicalJson(value), 'utf8')),
    unbox: async (context, bytes) => {
      const plain = await unseal(parts, context, bytes);
      return plain === undefined ? undefined : (JSON.parse(plain.toString('utf8')) as unknown);
    },
    forget: (subject) => cache.deleteWhere((opened) => opened.subject === subject),
  };
};
