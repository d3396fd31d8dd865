import type { JournalStore } from '../ports/journal.ts';
import { JournalCorrupt, openBatch, type OpenedBatch } from './batch.ts';

/** Where a walk along the journal stands: what the next batch must continue. */
export interface ChainPoint {
  readonly seq: number;
  readonly hash: string;
  /** Stamp of the record there. */
  readonly at: number;
  /** Epoch of the writer who had taken the journal over by then. */
  readonly epoch: number;
}

function checkEpoch(batch: OpenedBatch, before: number): void {
  if (batch.epoch === before) return;
  const [first] = batch.records;
  const taken = first?.command.kind === 'kernel.takeover' ? first.command.epoch : before;
  if (batch.epoch < before || batch.epoch !== taken)
    throw new JournalCorrupt(
      batch.firstSeq,
      `was written by epoch ${batch.epoch}, which has not taken over from ${before}`,
    );
}

function checkTime(batch: OpenedBatch, before: number): void {
  let last = before;
  for (const { seq, at } of batch.records) {
    if (at < last) throw new JournalCorrupt(seq, `is stamped before the record it follows`);
    last = at;
  }
}

/**
 * Every batch that follows `from`, opened, and checked against all that came before it: its place in the chain, its
 * checksums, its writer, its time. Ends where the journal ends.
 * @throws JournalCorrupt naming the first record that cannot be trusted.
 */
export async function* readChain(journal: JournalStore, from: ChainPoint): AsyncGenerator<OpenedBatch> {
  let point = from;
  for await (const stored of journal.read(from.seq + 1)) {
    const batch = openBatch(stored, point);
    checkEpoch(batch, point.epoch);
    checkTime(batch, point.at);
    const { lastSeq: seq, hash, epoch } = batch;
    point = { seq, hash, epoch, at: batch.records.at(-1)?.at ?? point.at };
    yield batch;
  }
}
