import type { Finding } from './domain/cases/index.ts';
import { openBatch } from './kernel/batch.ts';
import type { JournalStore } from './ports/journal.ts';
import { Surveillance } from './surveillance/reader.ts';

/** What detectors find in the records that became durable since it was last asked; the first time, in all there are. */
export function lookingBack(journal: Pick<JournalStore, 'read'>): () => Promise<readonly Finding[]> {
  let next = 1;
  let surveillance: Surveillance | undefined;
  return async () => {
    surveillance ??= new Surveillance();
    const found: Finding[] = [];
    for await (const stored of journal.read(next))
      for (const record of openBatch(stored).records) {
        if (record.seq < next) continue;
        found.push(...surveillance.read(record));
        next = record.seq + 1;
      }
    return found;
  };
}
