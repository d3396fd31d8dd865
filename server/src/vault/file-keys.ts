import type { VaultStore } from '../ports/vault.ts';
import { readJson } from './entries.ts';

/** What is known of a file without a key: whose it is, when it was made, and how many chunks it has. */
export interface FileHead {
  readonly subject: string;
  /** Real time, milliseconds. */
  readonly createdAt: number;
  readonly chunks: number;
}

export const headKey = (ref: string): string => `file/${ref}`;
export const chunkKey = (ref: string, index: number): string =>
  `chunk/${ref}/${String(index).padStart(6, '0')}`;
export const isFileRef = (ref: string): boolean => ref.startsWith('fil_');

/** Every key of a file but the one below its subject. */
export const keysOf = (ref: string, head: FileHead | undefined): string[] => [
  ...Array.from({ length: head?.chunks ?? 0 }, (_, index) => chunkKey(ref, index)),
  headKey(ref),
];

/** The keys that an erasure of its subject removes with it. */
export async function fileKeys(store: VaultStore, ref: string): Promise<string[]> {
  return keysOf(ref, (await readJson<FileHead>(store, headKey(ref)))?.value);
}
