import { readFile, writeFile } from 'node:fs/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { MemoryJournal } from '../../server/src/adapters/memory/journal.ts';
import type { JournalStore } from '../../server/src/ports/journal.ts';

// Before the bytes of each batch: their length 4 | first seq 8 | last seq 8 | epoch 4.
const headerBytes = 24;

/** Keeps the batches of a journal, byte for byte as they were sealed, in a file of its own. */
export async function writeJournal(path: string, journal: JournalStore): Promise<void> {
  const parts: Buffer[] = [];
  for await (const { firstSeq, lastSeq, epoch, bytes } of journal.read(1)) {
    const header = Buffer.alloc(headerBytes);
    header.writeUInt32BE(bytes.length, 0);
    header.writeBigUInt64BE(BigInt(firstSeq), 4);
    header.writeBigUInt64BE(BigInt(lastSeq), 12);
    header.writeUInt32BE(epoch, 20);
    parts.push(header, Buffer.from(bytes));
  }
  await writeFile(path, gzipSync(Buffer.concat(parts), { level: 9 }));
}

/** Appends what such a file holds to an empty journal. */
export async function pourInto(journal: JournalStore, path: string): Promise<void> {
  const whole = gunzipSync(await readFile(path));
  for (let at = 0; at < whole.length;) {
    const length = whole.readUInt32BE(at);
    const firstSeq = Number(whole.readBigUInt64BE(at + 4));
    const lastSeq = Number(whole.readBigUInt64BE(at + 12));
    const epoch = whole.readUInt32BE(at + 20);
    const bytes = whole.subarray(at + headerBytes, at + headerBytes + length);
    await journal.append({ firstSeq, lastSeq, epoch, bytes });
    at += headerBytes + length;
  }
}

/** The journal of such a file, in memory. */
export async function readJournal(path: string): Promise<JournalStore> {
  const journal = new MemoryJournal();
  await pourInto(journal, path);
  return journal;
}
