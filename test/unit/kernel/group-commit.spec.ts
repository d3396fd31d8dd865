import { expect } from 'chai';
import { genesisHash, openBatch } from '../../../server/src/kernel/batch.ts';
import { GroupCommit, type Flushed } from '../../../server/src/kernel/group-commit.ts';
import { TestClock } from '../../support/clock.ts';
import { FaultyJournal } from '../../support/faulty-journal.ts';
import { onLocalStores, recordsOf } from '../../support/kernel.ts';
import { recordAt } from '../../support/records.ts';
import { pause, waitFor } from '../../support/wait.ts';

onLocalStores('Group commit', (kit) => {
  interface Bench {
    readonly journal: FaultyJournal;
    readonly commit: GroupCommit;
    readonly flushed: Flushed[];
    readonly faults: unknown[];
    /** What was told, in order: the batches, and the seqs whose waiters woke. */
    readonly woken: (number | string)[];
    readonly add: (from: number, to: number) => void;
  }

  function bench(): Bench {
    const journal = new FaultyJournal(kit().journal);
    const flushed: Flushed[] = [];
    const faults: unknown[] = [];
    const woken: (number | string)[] = [];
    const commit = new GroupCommit({
      journal,
      clock: new TestClock(),
      epoch: 1,
      head: { seq: 0, hash: genesisHash },
      flushed: (batch) => {
        flushed.push(batch);
        woken.push(`batch to ${batch.seq}`);
      },
      failed: (error) => void faults.push(error),
    });
    const add = (from: number, to: number): void => {
      for (let seq = from; seq <= to; seq += 1) {
        commit.prepare(recordAt(seq));
        commit.add(recordAt(seq));
        void commit.durable(seq).then(() => woken.push(seq));
      }
    };
    return { journal, commit, flushed, faults, woken, add };
  }

  const gathered = async (): Promise<[number, number][]> => {
    const batches: [number, number][] = [];
    for await (const { firstSeq, lastSeq } of kit().journal.read(1)) batches.push([firstSeq, lastSeq]);
    return batches;
  };

  it('flushes what came in one turn of the loop as one batch', async () => {
    const { commit, add } = bench();
    add(1, 20);
    await commit.durable(20);
    expect(await gathered()).to.deep.equal([[1, 20]]);
  });

  it('writes nothing of a record that was prepared and then not added', async () => {
    const { commit } = bench();
    commit.prepare(recordAt(1, 'a fold that failed'));
    commit.prepare(recordAt(1));
    commit.add(recordAt(1));
    await commit.durable(1);
    expect(await recordsOf(kit().journal)).to.deep.equal([recordAt(1)]);
  });

  it('gathers the next batch while one flush is under way, and never has two under way', async () => {
    const { journal, commit, add } = bench();
    const gate = journal.hold();
    add(1, 2);
    await gate.reached;
    add(3, 4);
    await pause(5);
    add(5, 6);
    await pause(5);
    expect(journal.begun).to.equal(1);
    gate.open();
    await commit.durable(6);
    expect(await gathered()).to.deep.equal([
      [1, 2],
      [3, 6],
    ]);
  });

  it('wakes nobody before the store has confirmed, then everybody in the order of their records', async () => {
    const { journal, commit, woken, add } = bench();
    const gate = journal.hold('after');
    add(1, 5);
    await gate.reached;
    await pause(10);
    expect(woken).to.deep.equal([]);
    expect(commit.durableSeq).to.equal(0);
    add(6, 8);
    gate.open();
    await commit.durable(8);
    expect(woken).to.deep.equal(['batch to 5', 1, 2, 3, 4, 5, 'batch to 8', 6, 7, 8]);
  });

  it('tells of a batch after it is durable and before anybody who waited for it wakes', async () => {
    const { commit, flushed, woken, add } = bench();
    add(1, 3);
    await commit.durable(3);
    const batch = flushed[0]!;
    expect(batch).to.include({ seq: 3, hash: commit.hash });
    expect(batch.records).to.deep.equal([recordAt(1), recordAt(2), recordAt(3)]);
    expect(woken).to.deep.equal(['batch to 3', 1, 2, 3]);
    const stored = await kit().journal.last();
    expect(stored && openBatch(stored).hash).to.equal(batch.hash);
  });

  it('closes a batch before it outgrows the store, in order', async () => {
    const { commit } = bench();
    const wide = 'x'.repeat(1_500_000);
    for (let seq = 1; seq <= 5; seq += 1) {
      commit.prepare(recordAt(seq, wide));
      commit.add(recordAt(seq, wide));
    }
    await commit.durable(5);
    expect(await gathered()).to.deep.equal([
      [1, 2],
      [3, 4],
      [5, 5],
    ]);
    expect((await recordsOf(kit().journal)).map(({ seq }) => seq)).to.deep.equal([1, 2, 3, 4, 5]);
  });

  it('refuses a record that alone is larger than a batch before anything is folded', () => {
    expect(() => bench().commit.prepare(recordAt(1, 'x'.repeat(4_200_000)))).to.throw(RangeError);
  });

  it('never tries a failed flush again, and nobody who waits for it, or for what came after, ever wakes', async () => {
    const { journal, commit, woken, faults, add } = bench();
    add(1, 2);
    await commit.durable(2);
    journal.fail(1, 'EIO');
    add(3, 4);
    await waitFor('the fault', () => faults[0]);
    add(5, 6);
    await commit.drained();
    await pause(30);
    expect(woken).to.deep.equal(['batch to 2', 1, 2]);
    expect(faults).to.have.length(1);
    expect([journal.begun, journal.afterFault]).to.deep.equal([2, 0]);
    expect(commit.durableSeq).to.equal(2);
  });

  it('answers at once for what is durable already', async () => {
    const { commit, add } = bench();
    add(1, 1);
    await commit.durable(1);
    await commit.durable(0);
    await commit.drained();
  });
});
