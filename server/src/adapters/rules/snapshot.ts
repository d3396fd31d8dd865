import { type SnapshotHeader } from '../../ports/snapshots.ts';

/** Largest chunk of a snapshot: 4 MiB. */
const maxChunkBytes = 4 * 1024 * 1024;

/** @throws RangeError when the chunk is too large to be stored. */
export function assertChunk(chunk: Uint8Array): void {
  if (chunk.byteLength > maxChunkBytes)
    throw new RangeError(`a chunk of ${chunk.byteLength} bytes is too large`);
}

/** @throws RangeError when as many chunks as the header says did not come: such a snapshot is never listed. */
export function assertWhole(header: SnapshotHeader, chunks: number): void {
  if (chunks !== header.chunks) {
    throw new RangeError(`snapshot ${header.seq} announces ${header.chunks} chunks, ${chunks} came`);
  }
}

/** Seqs to forget so that the newest `keep` remain (at least one: the snapshot just written). */
export function outdated(seqs: readonly number[], keep: number): number[] {
  return [...seqs].toSorted((a, b) => b - a).slice(Math.max(1, keep));
}
