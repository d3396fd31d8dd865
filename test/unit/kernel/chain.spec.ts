import { expect } from 'chai';
import {
  encodeBatch,
  genesisHash,
  JournalCorrupt,
  type OpenedBatch,
} from '../../../server/src/kernel/batch.ts';
import { readChain, type ChainPoint } from '../../../server/src/kernel/chain.ts';
import type { JournalRecord } from '../../../server/src/kernel/record.ts';
import type { JournalStore, StoredBatch } from '../../../server/src/ports/journal.ts';
import { storyStart } from '../../support/clock.ts';
import { chainOf, journalOf, lined, recordAt } from '../../support/records.ts';

const beginning: ChainPoint = { seq: 0, hash: genesisHash, at: 0, epoch: 0 };

async function walk(journal: JournalStore, from = beginning): Promise<OpenedBatch[]> {
  const batches: OpenedBatch[] = [];
  for await (const batch of readChain(journal, from)) batches.push(batch);
  return batches;
}

async function fault(journal: JournalStore): Promise<string> {
  const error: unknown = await walk(journal).catch((found: unknown) => found);
  if (!(error instanceof JournalCorrupt)) throw new Error('the journal was found sound');
  return error.message;
}

interface Part {
  readonly epoch: number;
  readonly records: readonly JournalRecord[];
}

/** Batches that each are sound and follow one another. */
function sealed(...parts: readonly Part[]): StoredBatch[] {
  const batches: StoredBatch[] = [];
  let previousHash = genesisHash;
  for (const { epoch, records } of parts) {
    const firstSeq = records[0]?.seq ?? 0;
    const made = encodeBatch({ epoch, firstSeq, writtenAt: storyStart, previousHash }, lined(records));
    batches.push(made.batch);
    previousHash = made.hash;
  }
  return batches;
}

const takeover = (seq: number, epoch: number): JournalRecord => ({
  ...recordAt(seq),
  command: { kind: 'kernel.takeover', epoch },
});

describe('A walk along the journal', () => {
  it('gives every batch in order, and begins where it is told', async () => {
    const { batches, hashes } = chainOf([2, 3, 1]);
    const whole = await walk(journalOf(batches));
    expect(whole.map(({ lastSeq }) => lastSeq)).to.deep.equal([2, 5, 6]);
    expect(whole.map(({ hash }) => hash)).to.deep.equal(hashes);
    const tail = await walk(journalOf(batches), { seq: 2, hash: hashes[0]!, at: storyStart, epoch: 1 });
    expect(tail.map(({ firstSeq }) => firstSeq)).to.deep.equal([3, 6]);
  });

  it('names the seq of a batch that is missing, wherever it was', async () => {
    const { batches } = chainOf([2, 3, 1]);
    expect(await fault(journalOf(batches.slice(1)))).to.equal('record 1: is missing; record 3 follows');
    expect(await fault(journalOf([batches[0]!, batches[2]!]))).to.equal(
      'record 3: is missing; record 6 follows',
    );
  });

  it('names the seq of two batches that changed places', async () => {
    const [first, second, third] = chainOf([2, 3, 3]).batches as [StoredBatch, StoredBatch, StoredBatch];
    const swapped = [first, { ...second, bytes: third.bytes }, { ...third, bytes: second.bytes }];
    expect(await fault(journalOf(swapped))).to.equal('record 3: is swapped with 6');
  });

  it('refuses a writer that never took over, and one that came back after it was succeeded', async () => {
    const first = { epoch: 1, records: [takeover(1, 1), recordAt(2)] };
    const stranger = sealed(first, { epoch: 2, records: [recordAt(3)] });
    expect(await fault(journalOf(stranger))).to.equal(
      'record 3: was written by epoch 2, which has not taken over from 1',
    );
    const returned = sealed(
      first,
      { epoch: 3, records: [takeover(3, 3)] },
      { epoch: 1, records: [recordAt(4)] },
    );
    expect(await fault(journalOf(returned))).to.equal(
      'record 4: was written by epoch 1, which has not taken over from 3',
    );
    const taken = sealed(first, { epoch: 3, records: [takeover(3, 3), recordAt(4)] });
    expect(await walk(journalOf(taken))).to.have.length(2);
  });

  it('refuses a record stamped before the one it follows', async () => {
    const late = { ...recordAt(3), at: storyStart };
    const batches = sealed(
      { epoch: 1, records: [takeover(1, 1), recordAt(2)] },
      { epoch: 1, records: [late] },
    );
    expect(await fault(journalOf(batches))).to.equal('record 3: is stamped before the record it follows');
  });
});
