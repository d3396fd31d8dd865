import { createHash } from 'node:crypto';
import type { VaultStore } from '../ports/vault.ts';
import { SealBroken, SubjectUnknown } from './documents.ts';
import { readJson, removeKeys, scanJson, writeJson } from './entries.ts';
import { chunkKey, headKey, keysOf, type FileHead } from './file-keys.ts';
import { openEnvelope, sealEnvelope } from './envelope.ts';
import type { SealedRef } from './sealed.ts';
import { base64url, type VaultSources } from './sources.ts';
import { ownedKey, type Subjects } from './subjects.ts';

const SALT_BYTES = 16;
const IV_BYTES = 12;
/** Bytes of one chunk: large enough to be few, small enough for every store and for one write of it. */
export const CHUNK_BYTES = 256 * 1024;
const PRESENT = Uint8Array.of(1);

export interface Files {
  seal(subject: string, bytes: Uint8Array): Promise<SealedRef>;
  open(sealed: SealedRef): Promise<Uint8Array | undefined>;
  /** Whether there was one. */
  remove(ref: string): Promise<boolean>;
  sweepOrphans(isReferenced: (ref: string) => boolean, olderThanMs: number): Promise<number>;
}

type Parts = { readonly store: VaultStore; readonly sources: VaultSources; readonly subjects: Subjects };

async function sealFile(parts: Parts, subject: string, bytes: Uint8Array): Promise<SealedRef> {
  const { store, sources, subjects } = parts;
  const plain = Buffer.concat([sources.randomBytes(SALT_BYTES), bytes]);
  const ref = `fil_${base64url(sources.randomBytes(16))}`;
  const createdAt = sources.realNow();
  const chunks = Math.ceil(plain.length / CHUNK_BYTES);
  if ((await subjects.key(subject)) === undefined) throw new SubjectUnknown();
  // The head goes first: what a crash leaves behind is found by it, and swept.
  const head: FileHead = { subject, createdAt, chunks };
  const begun = await store.commit([
    writeJson(headKey(ref), head, 0),
    { key: ownedKey(subject, ref), value: PRESENT },
  ]);
  if (!begun) throw new Error('A random file reference came up twice');
  for (let index = 0; index < chunks; index += 1) {
    // Asked for each time: an erasure meanwhile ends it.
    const key = await subjects.key(subject);
    if (key === undefined) throw new SubjectUnknown();
    const part = plain.subarray(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES);
    const place = chunkKey(ref, index);
    const iv = sources.randomBytes(IV_BYTES);
    await store.commit([{ key: place, value: sealEnvelope(key, { subject, createdAt }, place, iv, part) }]);
  }
  return { ref, hash: createHash('sha256').update(plain).digest('hex') };
}

async function openFile(
  { store, subjects }: Parts,
  { ref, hash }: SealedRef,
): Promise<Uint8Array | undefined> {
  const head = (await readJson<FileHead>(store, headKey(ref)))?.value;
  const key = head && (await subjects.key(head.subject));
  if (head === undefined || key === undefined) return undefined;
  const parts: Buffer[] = [];
  for (let index = 0; index < head.chunks; index += 1) {
    const place = chunkKey(ref, index);
    const entry = await store.get(place);
    if (entry === undefined) throw new SealBroken(`${ref} lacks a part`);
    try {
      parts.push(openEnvelope(key, place, entry.value));
    } catch (cause) {
      throw new SealBroken(`What is kept at ${place} does not open`, { cause });
    }
  }
  const plain = Buffer.concat(parts);
  if (createHash('sha256').update(plain).digest('hex') !== hash)
    throw new SealBroken(`${ref} is not the file that was journaled`);
  return plain.subarray(SALT_BYTES);
}

async function removeFile({ store }: Parts, ref: string): Promise<boolean> {
  const head = (await readJson<FileHead>(store, headKey(ref)))?.value;
  if (head === undefined) return false;
  await removeKeys(store, [...keysOf(ref, head), ownedKey(head.subject, ref)]);
  return true;
}

/** Files as sealed chunks, under the key of their subject: an erasure of it takes them along. */
export const createFiles = (parts: Parts): Files => ({
  seal: (subject, bytes) => sealFile(parts, subject, bytes),
  open: (sealed) => openFile(parts, sealed),
  remove: (ref) => removeFile(parts, ref),
  sweepOrphans: async (isReferenced, olderThanMs) => {
    const bound = parts.sources.realNow() - olderThanMs;
    let removed = 0;
    for await (const { key, value } of scanJson<FileHead>(parts.store, headKey(''))) {
      const ref = key.slice(headKey('').length);
      if (value.createdAt >= bound || isReferenced(ref)) continue;
      await removeFile(parts, ref);
      removed += 1;
    }
    return removed;
  },
});
