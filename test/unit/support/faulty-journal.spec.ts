import { expect } from 'chai';
import { MemoryJournal } from '../../../server/src/adapters/memory/journal.ts';
import { JournalFault } from '../../../server/src/ports/journal.ts';
import { FaultyJournal } from '../../support/faulty-journal.ts';
import { bytes, refusalOf } from '../../support/stores.ts';

const batch = (seq: number) => ({ firstSeq: seq, lastSeq: seq, epoch: 1, bytes: bytes(String(seq)) });

describe('a journal with faults', () => {
  it('holds an append before the medium until the gate opens', async () => {
    const journal = new FaultyJournal(new MemoryJournal());
    const gate = journal.hold();
    const appending = journal.append(batch(1));
    await gate.reached;
    expect(await journal.last()).to.be.undefined;
    expect([journal.begun, journal.durable]).to.deep.equal([1, 0]);
    gate.open();
    await appending;
    expect((await journal.last())!.lastSeq).to.equal(1);
    await journal.append(batch(2));
    expect([journal.begun, journal.durable]).to.deep.equal([2, 2]);
  });

  it('holds an answer although the append is durable', async () => {
    const journal = new FaultyJournal(new MemoryJournal());
    const gate = journal.hold('after');
    let answered = false;
    const appending = journal.append(batch(1)).then(() => {
      answered = true;
    });
    await gate.reached;
    expect((await journal.last())!.lastSeq).to.equal(1);
    expect(answered).to.be.false;
    gate.open();
    await appending;
    expect(answered).to.be.true;
  });

  it('fails the append it was told to, keeps nothing of it, and counts who tries again', async () => {
    const journal = new FaultyJournal(new MemoryJournal());
    journal.fail(2, 'ENOSPC');
    await journal.append(batch(1));
    const fault = await refusalOf(journal.append(batch(2)));
    expect(fault).to.be.instanceOf(JournalFault);
    expect((fault.cause as { code: string }).code).to.equal('ENOSPC');
    expect(journal.afterFault).to.equal(0);
    expect(await refusalOf(journal.append(batch(2)))).to.equal(fault);
    expect(journal.afterFault).to.equal(1);
    expect((await journal.last())!.lastSeq).to.equal(1);
  });
});
