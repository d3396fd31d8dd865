import { JournalFault, type StoredBatch } from '../../ports/journal.ts';

/** Largest batch that a journal takes: 4 MiB, so that one batch always fits one document. */
const maxBatchBytes = 4 * 1024 * 1024;

/** Where a journal stands: seq of its last record (0 when empty) and the newest epoch that claimed or wrote it. */
export interface JournalHead {
  readonly lastSeq: number;
  readonly epoch: number;
}

export const emptyHead: JournalHead = { lastSeq: 0, epoch: 0 };

/**
 * The one rule of every journal adapter: gapless, never fenced, never larger than `maxBatchBytes`.
 * @throws JournalFault when the batch may not follow `head`.
 */
export function assertFollows(batch: StoredBatch, head: JournalHead): void {
  const { firstSeq, lastSeq, epoch, bytes } = batch;
  if (epoch < head.epoch) {
    throw new JournalFault(`fenced: epoch ${epoch} may not write after epoch ${head.epoch}`);
  }
  if (firstSeq !== head.lastSeq + 1) {
    throw new JournalFault(`the journal ends at seq ${head.lastSeq}, so no batch may begin at ${firstSeq}`);
  }
  if (!Number.isSafeInteger(lastSeq) || lastSeq < firstSeq) {
    throw new JournalFault(`a batch from ${firstSeq} may not end at ${lastSeq}`);
  }
  if (bytes.byteLength > maxBatchBytes) {
    throw new JournalFault(`a batch of ${bytes.byteLength} bytes is above the limit of ${maxBatchBytes}`);
  }
}
