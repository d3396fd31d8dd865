import { open, type FileHandle } from 'node:fs/promises';
import { batchAt, batchMagic, genesisHash, maxBatchBytes } from '../../server/src/kernel/batch.ts';

const windowBytes = 16 * 1024 * 1024;

interface Found {
  readonly firstSeq: number;
  readonly lastSeq: number;
  readonly hash: string;
  readonly previousHash: string;
}

/** Fills the buffer from `position` on, as far as the file goes. */
async function readWindow(file: FileHandle, buffer: Buffer, position: number): Promise<Buffer> {
  let filled = 0;
  while (filled < buffer.length) {
    const { bytesRead } = await file.read(buffer, filled, buffer.length - filled, position + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}

/** Every batch that lies whole in a file, wherever the store has put it, copies that the store no longer uses included. */
async function* batchesIn(path: string): AsyncGenerator<Found> {
  const file = await open(path, 'r');
  try {
    const buffer = Buffer.allocUnsafe(windowBytes + maxBatchBytes);
    for (let position = 0; ; position += windowBytes) {
      const window = await readWindow(file, buffer, position);
      for (
        let at = window.indexOf(batchMagic);
        at !== -1 && at < windowBytes;
        at = window.indexOf(batchMagic, at + 1)
      ) {
        const batch = batchAt(window, at);
        if (batch !== undefined) yield batch;
      }
      if (window.length <= windowBytes) return;
    }
  } finally {
    await file.close();
  }
}

/**
 * How far the journal can be followed in a file whose store can no longer be opened: seq of the last record of the
 * longest chain of whole batches from the first record on, 0 when there is none.
 */
export async function wholeUpTo(path: string): Promise<number> {
  const found: Found[] = [];
  for await (const batch of batchesIn(path)) found.push(batch);
  const reach = new Map<string, number>();
  for (const { hash, lastSeq, previousHash } of found.toSorted((a, b) => b.firstSeq - a.firstSeq)) {
    const end = reach.get(hash) ?? lastSeq;
    reach.set(previousHash, Math.max(end, reach.get(previousHash) ?? 0));
  }
  return reach.get(genesisHash) ?? 0;
}
