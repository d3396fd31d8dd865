import type { JournalStore, StoredBatch } from '../ports/journal.ts';
import { JournalCorrupt, openBatch, type OpenedBatch } from './batch.ts';
import type { JournalRecord } from './record.ts';

/** First line of an export of an audit trail. */
export interface EvidenceHead {
  readonly object: string;
  readonly lines: number;
}

/** One record of the trail, with the batch of the journal that it lies in, as it lies there. */
export interface EvidenceLine {
  readonly seq: number;
  readonly at: number;
  readonly actor: string;
  readonly command: string;
  readonly events: readonly string[];
  readonly batch: {
    readonly firstSeq: number;
    readonly lastSeq: number;
    readonly epoch: number;
    /** Of the chain, at the end of the batch. */
    readonly hash: string;
    /** Base64. */
    readonly bytes: string;
  };
}

const factsOf = ({ seq, at, actor, command, events }: JournalRecord): Omit<EvidenceLine, 'batch'> => ({
  seq,
  at,
  actor,
  command: command.kind,
  events: [...new Set(events.map(({ kind }) => kind))],
});

async function batchWith(
  journal: Pick<JournalStore, 'read'>,
  seq: number,
): Promise<{ stored: StoredBatch; opened: OpenedBatch }> {
  for await (const stored of journal.read(seq)) return { stored, opened: openBatch(stored) };
  throw new JournalCorrupt(seq, 'is missing');
}

/**
 * The records with these numbers, each with its batch as proof.
 * @param seqs ascending
 * @throws JournalCorrupt where one is missing or was changed
 */
export async function evidenceOf(
  journal: Pick<JournalStore, 'read'>,
  seqs: readonly number[],
): Promise<EvidenceLine[]> {
  const lines: EvidenceLine[] = [];
  let found: Awaited<ReturnType<typeof batchWith>> | undefined;
  for (const seq of seqs) {
    if (found === undefined || seq > found.opened.lastSeq) found = await batchWith(journal, seq);
    const { stored, opened } = found;
    const record = opened.records.find((one) => one.seq === seq);
    if (record === undefined) throw new JournalCorrupt(seq, 'is missing');
    const { firstSeq, lastSeq, epoch, bytes } = stored;
    const batch = {
      firstSeq,
      lastSeq,
      epoch,
      hash: opened.hash,
      bytes: Buffer.from(bytes).toString('base64'),
    };
    lines.push({ ...factsOf(record), batch });
  }
  return lines;
}

/**
 * Why the line is not what its batch, and the journal, say; null when it is. The batch in the line proves the record by
 * its checksums and hash; that this hash belongs to the chain only the journal itself can prove.
 */
export async function evidenceFault(
  journal: Pick<JournalStore, 'read'>,
  line: EvidenceLine,
): Promise<string | null> {
  const { batch, ...facts } = line;
  try {
    const { firstSeq, lastSeq, epoch } = batch;
    const opened = openBatch({ firstSeq, lastSeq, epoch, bytes: Buffer.from(batch.bytes, 'base64') });
    const record = opened.records.find(({ seq }) => seq === line.seq);
    if (record === undefined) return 'is not in its batch';
    if (JSON.stringify(factsOf(record)) !== JSON.stringify(facts)) return 'says other than its batch';
    if (opened.hash !== batch.hash) return 'names another hash than its batch has';
    const own = await batchWith(journal, line.seq);
    return own.opened.hash === batch.hash ? null : 'has a batch that is not the journal’s';
  } catch (error) {
    return error instanceof JournalCorrupt ? error.message : 'cannot be read';
  }
}
