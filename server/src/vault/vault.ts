import { createHmac, type KeyObject } from 'node:crypto';
import type { VaultStore } from '../ports/vault.ts';
import { canonicalJson } from './canonical.ts';
import { createDocuments } from './documents.ts';
import { isFileRef } from './file-keys.ts';
import { createFiles } from './files.ts';
import type { SealedRef } from './sealed.ts';
import { obtainSecret } from './secrets.ts';
import type { VaultSources } from './sources.ts';
import { createSubjects } from './subjects.ts';

export { SealBroken, SubjectUnknown } from './documents.ts';

/** Sealed personal data: what the journal must never hold, and what erasure must be able to destroy. */
export interface Vault {
  /** A new subject (`sub_…`) with a key of its own, durable when it resolves. */
  createSubject(): Promise<string>;
  /** The subject of what the venue itself keeps: it is nobody's, and outlasts everybody's account. */
  ownSubject(): Promise<string>;
  /**
   * Seals a JSON value for the subject and resolves when it is durable.
   * @throws SubjectUnknown after the subject's erasure.
   */
  seal(subject: string, value: unknown): Promise<SealedRef>;
  /**
   * The document, frozen; undefined after erasure. Given the journaled reference with its hash, the hash is checked.
   * @throws SealBroken when the stored bytes are not what was sealed.
   */
  open<T>(sealed: SealedRef | string): Promise<T | undefined>;
  openMany<T>(sealed: readonly (SealedRef | string)[]): Promise<(T | undefined)[]>;
  /** Whether the stored document is there, opens and has that hash. Reads the store, not the cache. */
  verify(sealed: SealedRef): Promise<boolean>;
  /**
   * Seals bytes for the subject, in chunks, and resolves when all are durable.
   * @throws SubjectUnknown after the subject's erasure.
   */
  sealFile(subject: string, bytes: Uint8Array): Promise<SealedRef>;
  /** The bytes; undefined after erasure or removal. @throws SealBroken when they are not what was sealed. */
  openFile(sealed: SealedRef): Promise<Uint8Array | undefined>;
  /** Removes a file; nothing where there is none. */
  removeFile(ref: string): Promise<void>;
  /** Removes documents and files older than `olderThanMs` (real time) that nothing references. Returns how many. */
  sweepOrphans(isReferenced: (ref: string) => boolean, olderThanMs: number): Promise<number>;
  /**
   * Removes subjects with their keys, and single documents and files, where they are still there. Returns how many were;
   * `compact` after it takes them out of the medium.
   */
  destroy(what: { readonly subjects: readonly string[]; readonly refs: readonly string[] }): Promise<number>;
  /** References of all that is sealed for the subject, page by page. */
  owned(subject: string): AsyncGenerator<string>;
  /** Removes the subject's key and documents and rewrites the medium. May be repeated after a crash. */
  eraseSubject(subject: string): Promise<void>;
  /** As eraseSubject without the rewriting, for many at once; call `compact` after the last. */
  removeSubject(subject: string): Promise<void>;
  compact(): Promise<void>;
  /** Drops what memory holds of the subject, on a node that hears of an erasure made elsewhere. */
  forget(subject: string): void;
  /** Seals a value for the subject without keeping it: for entries with a key of their own, bound to that key. */
  box(subject: string, context: string, value: unknown): Promise<Uint8Array>;
  /** Opens what `box` sealed under the same context; undefined after erasure. */
  unbox<T>(context: string, bytes: Uint8Array): Promise<T | undefined>;
  /** Keyed hash (hex) of a request, so that a journaled idempotency key tells nothing about what was asked. */
  requestHash(value: unknown): string;
  /** A secret of the venue, created on first use and kept. */
  secret(name: string, bytes: number): Promise<KeyObject>;
}

/** The vault over its store; creates the secret behind `requestHash` where there is none yet. */
export const createVault = async (store: VaultStore, sources: VaultSources): Promise<Vault> => {
  const subjects = createSubjects(store, sources);
  const documents = createDocuments({ store, sources, subjects });
  const files = createFiles({ store, sources, subjects });
  const requestSecret = await obtainSecret(store, sources, 'request', 32);

  const forget = (subject: string): void => {
    subjects.forget(subject);
    documents.forget(subject);
  };
  const removeSubject = async (subject: string): Promise<void> => {
    // Before, so that nothing is served from memory meanwhile; after, for what a read under way still put there.
    forget(subject);
    await subjects.remove(subject);
    forget(subject);
  };
  const open = async <T>(sealed: SealedRef | string): Promise<T | undefined> =>
    (await documents.open(sealed)) as T | undefined;

  return {
    createSubject: () => subjects.create(),
    ownSubject: () => subjects.obtain('sub_venue'),
    seal: (subject, value) => documents.seal(subject, value),
    open,
    openMany: <T>(sealed: readonly (SealedRef | string)[]) => Promise.all(sealed.map((one) => open<T>(one))),
    verify: (sealed) => documents.verify(sealed),
    sealFile: (subject, bytes) => files.seal(subject, bytes),
    openFile: (sealed) => files.open(sealed),
    removeFile: async (ref) => void (await files.remove(ref)),
    sweepOrphans: async (isReferenced, olderThanMs) => {
      const documentsSwept = await documents.sweepOrphans(isReferenced, olderThanMs);
      return documentsSwept + (await files.sweepOrphans(isReferenced, olderThanMs));
    },
    destroy: async ({ subjects: names, refs }) => {
      let removed = 0;
      for (const name of names) {
        // A crash may have left documents whose key is gone.
        const left = (await subjects.key(name)) !== undefined || !(await subjects.owned(name).next()).done;
        if (!left) continue;
        await removeSubject(name);
        removed += 1;
      }
      for (const ref of refs) if (await (isFileRef(ref) ? files : documents).remove(ref)) removed += 1;
      return removed;
    },
    owned: (subject) => subjects.owned(subject),
    eraseSubject: async (subject) => {
      await removeSubject(subject);
      await store.compact();
    },
    removeSubject,
    compact: () => store.compact(),
    forget,
    box: (subject, context, value) => documents.box(subject, context, value),
    unbox: async <T>(context: string, bytes: Uint8Array) =>
      (await documents.unbox(context, bytes)) as T | undefined,
    requestHash: (value) => createHmac('sha256', requestSecret).update(canonicalJson(value)).digest('hex'),
    secret: (name, bytes) => obtainSecret(store, sources, name, bytes),
  };
};
