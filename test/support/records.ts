import { encodeBatch, genesisHash, type Lined } from '../../server/src/kernel/batch.ts';
import { RecordLine } from '../../server/src/kernel/record-line.ts';
import type { JournalRecord } from '../../server/src/kernel/record.ts';
import type { StoredBatch } from '../../server/src/ports/journal.ts';
import { MemoryJournal, JournalMedium } from '../../server/src/adapters/memory/journal.ts';
import { storyStart } from './clock.ts';

/** A record that any journal takes: the takeover of epoch 1 first, refused top-ups after it. */
export const recordAt = (seq: number, words = ''): JournalRecord => ({
  seq,
  at: storyStart + seq,
  actor: 'venue',
  command: seq === 1 ? { kind: 'kernel.takeover', epoch: 1 } : { kind: 'wallet.topUp', amountCents: seq },
  ...(words === '' ? {} : { key: { key: words, requestHash: 'asked' } }),
  events: [],
  outcome: { rejection: { code: 'not_allowed' } },
});

/** Records as a batch takes them. */
export function lined(records: readonly JournalRecord[]): Lined {
  const line = new RecordLine();
  for (const record of records) {
    line.write(record);
    line.keep();
  }
  return line.within(Infinity);
}

/** The bytes of one record, as they lie in a batch behind length and checksum. */
export const encoded = (record: JournalRecord): Buffer => Buffer.from(lined([record]).bytes.subarray(8));

/** A chain of batches with as many records each as `sizes` says, from seq 1 on. */
export function chainOf(sizes: readonly number[], epoch = 1): { batches: StoredBatch[]; hashes: string[] } {
  const batches: StoredBatch[] = [];
  const hashes: string[] = [];
  let firstSeq = 1;
  for (const size of sizes) {
    const records = Array.from({ length: size }, (_, index) => recordAt(firstSeq + index));
    const previousHash = hashes.at(-1) ?? genesisHash;
    const { batch, hash } = encodeBatch(
      { epoch, firstSeq, writtenAt: storyStart, previousHash },
      lined(records),
    );
    batches.push(batch);
    hashes.push(hash);
    firstSeq += size;
  }
  return { batches, hashes };
}

/** A journal that holds exactly these batches, sound or not. */
export function journalOf(batches: readonly StoredBatch[]): MemoryJournal {
  const medium = new JournalMedium();
  medium.batches.push(...batches);
  return new MemoryJournal(medium);
}
