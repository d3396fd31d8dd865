import { expect } from 'chai';
import { JournalFault, type JournalStore, type StoredBatch } from '../../server/src/ports/journal.ts';
import { bytes, onEveryStore, refusalOf, text } from '../support/stores.ts';

const batch = (
  firstSeq: number,
  lastSeq: number,
  epoch = 1,
  content = `${firstSeq}-${lastSeq}`,
): StoredBatch => ({
  firstSeq,
  lastSeq,
  epoch,
  bytes: bytes(content),
});

const shown = ({ firstSeq, lastSeq, epoch, bytes: content }: StoredBatch): string =>
  `${firstSeq}…${lastSeq} @${epoch} ${text(content)}`;

async function readAll(journal: JournalStore, fromSeq = 1): Promise<string[]> {
  const found: string[] = [];
  for await (const each of journal.read(fromSeq)) found.push(shown(each));
  return found;
}

/** Appends 1…3, 4…4, 5…9. */
async function three(journal: JournalStore): Promise<void> {
  for (const each of [batch(1, 3), batch(4, 4), batch(5, 9)]) await journal.append(each);
}

onEveryStore('JNL-10: the journal', (kit) => {
  it('is empty at first', async () => {
    expect(await kit().journal.last()).to.be.undefined;
    expect(await readAll(kit().journal)).to.deep.equal([]);
  });

  it('gives back what was appended, in order', async () => {
    const { journal } = kit();
    await three(journal);
    expect(await readAll(journal)).to.deep.equal(['1…3 @1 1-3', '4…4 @1 4-4', '5…9 @1 5-9']);
    expect(shown((await journal.last())!)).to.equal('5…9 @1 5-9');
  });

  it('reads from the middle: the first batch may begin before', async () => {
    const { journal } = kit();
    await three(journal);
    expect(await readAll(journal, 2)).to.deep.equal(['1…3 @1 1-3', '4…4 @1 4-4', '5…9 @1 5-9']);
    expect(await readAll(journal, 4)).to.deep.equal(['4…4 @1 4-4', '5…9 @1 5-9']);
    expect(await readAll(journal, 8)).to.deep.equal(['5…9 @1 5-9']);
    expect(await readAll(journal, 10)).to.deep.equal([]);
  });

  it('reads more than one page', async () => {
    const { journal } = kit();
    for (let seq = 1; seq <= 70; seq += 1) await journal.append(batch(seq, seq));
    const all = await readAll(journal, 3);
    expect(all).to.have.length(68);
    expect(all.at(-1)).to.equal('70…70 @1 70-70');
  });

  for (const [what, refused] of [
    ['a gap', batch(11, 11)],
    ['the same batch again', batch(5, 9)],
    ['a batch that overlaps', batch(9, 12)],
    ['a batch that ends before it begins', batch(10, 9)],
    ['a batch from the beginning', batch(1, 1)],
  ] as const) {
    it(`refuses ${what}, and keeps nothing of it`, async () => {
      const { journal } = kit();
      await three(journal);
      expect(await refusalOf(journal.append(refused))).to.be.instanceOf(JournalFault);
      expect(await readAll(journal)).to.deep.equal(['1…3 @1 1-3', '4…4 @1 4-4', '5…9 @1 5-9']);
      await journal.append(batch(10, 10));
      expect(shown((await journal.last())!)).to.equal('10…10 @1 10-10');
    });
  }

  it('refuses to begin anywhere but at 1', async () => {
    expect(await refusalOf(kit().journal.append(batch(2, 2)))).to.be.instanceOf(JournalFault);
    expect(await kit().journal.last()).to.be.undefined;
  });

  it('refuses a batch above 4 MiB, and takes one of exactly 4 MiB', async () => {
    const { journal } = kit();
    const limit = 4 * 1024 * 1024;
    const large = { ...batch(1, 1), bytes: new Uint8Array(limit + 1) };
    expect(await refusalOf(journal.append(large))).to.be.instanceOf(JournalFault);
    await journal.append({ ...large, bytes: new Uint8Array(limit).fill(7) });
    const kept = (await journal.last())!.bytes;
    expect(kept.byteLength).to.equal(limit);
    expect(kept.every((byte) => byte === 7)).to.be.true;
  });

  it('fences an epoch that is older than the newest batch', async () => {
    const { journal } = kit();
    await journal.append(batch(1, 1, 1));
    await journal.append(batch(2, 2, 3));
    expect(await refusalOf(journal.append(batch(3, 3, 2)))).to.be.instanceOf(JournalFault);
    await journal.append(batch(3, 3, 3));
    expect(await readAll(journal, 2)).to.deep.equal(['2…2 @3 2-2', '3…3 @3 3-3']);
  });

  it('keeps everything over a restart, the epoch included', async () => {
    const { journal } = kit();
    await three(journal);
    await journal.append(batch(10, 10, 5));
    const again = await kit().reopen();
    expect(await readAll(again.journal, 5)).to.deep.equal(['5…9 @1 5-9', '10…10 @5 10-10']);
    expect(await refusalOf(again.journal.append(batch(11, 11, 4)))).to.be.instanceOf(JournalFault);
    await again.journal.append(batch(11, 11, 5));
    await again.close();
  });

  it('JNL-9: lets one of two racing writers through, and never both', async () => {
    const other = await kit().beside();
    await kit().journal.append(batch(1, 1));
    const outcomes = await Promise.allSettled([
      kit().journal.append(batch(2, 4, 1, 'mine')),
      other.journal.append(batch(2, 3, 1, 'theirs')),
    ]);
    expect(outcomes.map(({ status }) => status).toSorted()).to.deep.equal(['fulfilled', 'rejected']);
    const refused = outcomes.find((outcome) => outcome.status === 'rejected');
    expect(refused?.reason).to.be.instanceOf(JournalFault);
    const winner = outcomes[0].status === 'fulfilled' ? '2…4 @1 mine' : '2…3 @1 theirs';
    expect(await readAll(kit().journal)).to.deep.equal(['1…1 @1 1-1', winner]);
    expect(await readAll(other.journal, 2)).to.deep.equal([winner]);
    await other.close();
  });

  it('goes on reading while batches are appended', async () => {
    const { journal } = kit();
    await three(journal);
    const found: string[] = [];
    for await (const each of journal.read(1)) {
      found.push(shown(each));
      if (each.firstSeq === 1) await journal.append(batch(10, 10));
    }
    expect(found.slice(0, 3)).to.deep.equal(['1…3 @1 1-3', '4…4 @1 4-4', '5…9 @1 5-9']);
  });

  it('keeps its own copy of the bytes, and hands out copies', async () => {
    const { journal } = kit();
    const mine = bytes('first');
    await journal.append({ ...batch(1, 1), bytes: mine });
    mine.fill(0);
    const handed = (await journal.last())!.bytes;
    expect(text(handed)).to.equal('first');
    await journal.append(batch(2, 2, 1, 'second, which is longer'));
    expect(text(handed)).to.equal('first');
  });

  it('closes cleanly: the append under way ends first, and nothing works afterwards', async () => {
    const { journal } = kit();
    const appending = journal.append(batch(1, 1));
    await journal.close();
    await appending;
    await journal.close();
    expect(await refusalOf(journal.last())).to.match(/closed/);
    expect(await refusalOf(journal.append(batch(2, 2)))).to.match(/closed/);
    const again = await kit().reopen();
    expect(await readAll(again.journal)).to.deep.equal(['1…1 @1 1-1']);
    await again.close();
  });
});

onEveryStore('the election of the writer', (kit) => {
  it('gives an epoch that grows by one with every claim, over restarts too', async () => {
    const first = await kit().election.claim();
    await first.release();
    const second = await kit().election.claim();
    await second.release();
    const again = await kit().reopen();
    const third = await again.election.claim();
    expect([first.epoch, second.epoch, third.epoch]).to.deep.equal([1, 2, 3]);
    await third.release();
    await again.close();
  });

  it('refuses a second live writer with words for the operator', async () => {
    const other = await kit().beside();
    const lease = await kit().election.claim();
    expect(await refusalOf(other.election.claim())).to.match(/Another server/);
    await lease.release();
    const next = await other.election.claim();
    expect(next.epoch).to.equal(2);
    await next.release();
    await other.close();
  });

  it('lets one of two who start at the same moment win', async () => {
    const other = await kit().beside();
    const outcomes = await Promise.allSettled([kit().election.claim(), other.election.claim()]);
    expect(outcomes.map(({ status }) => status).toSorted()).to.deep.equal(['fulfilled', 'rejected']);
    for (const outcome of outcomes) if (outcome.status === 'fulfilled') await outcome.value.release();
    await other.close();
  });

  it('JNL-9: fences the former writer from the moment of the claim', async () => {
    const former = await kit().election.claim();
    await kit().journal.append(batch(1, 1, former.epoch));
    await former.release();
    const other = await kit().beside();
    const next = await other.election.claim();
    expect(await refusalOf(kit().journal.append(batch(2, 2, former.epoch)))).to.be.instanceOf(JournalFault);
    await other.journal.append(batch(2, 2, next.epoch));
    expect(await readAll(kit().journal)).to.deep.equal(['1…1 @1 1-1', '2…2 @2 2-2']);
    await next.release();
    await other.close();
  });
});

onEveryStore('an append and a claim at the same moment', (kit) => {
  it('never leave an append of the former writer behind the claim', async () => {
    const former = await kit().election.claim();
    await former.release();
    const other = await kit().beside();
    let [epoch, seq] = [former.epoch, 0];
    for (let round = 0; round < 5; round += 1) {
      const stale = kit().journal.append(batch(seq + 1, seq + 1, epoch));
      const [appended, lease] = await Promise.all([
        stale.then(
          () => true,
          () => false,
        ),
        other.election.claim(),
      ]);
      if (appended) seq += 1;
      expect((await other.journal.last())?.lastSeq ?? 0).to.equal(seq);
      expect(await refusalOf(kit().journal.append(batch(seq + 1, seq + 1, epoch)))).to.be.instanceOf(
        JournalFault,
      );
      epoch = lease.epoch;
      await other.journal.append(batch(seq + 1, seq + 1, epoch));
      seq += 1;
      await lease.release();
    }
    await other.close();
  });
});

onEveryStore('the head file', (kit) => {
  it('is absent at first, then holds the newest head over a restart', async () => {
    const { head } = kit();
    expect(await head.read()).to.be.undefined;
    await head.write({ seq: 1, hash: 'a' });
    await Promise.all([2, 3, 4, 5].map(async (seq) => head.write({ seq, hash: `hash ${seq}` })));
    expect(await head.read()).to.deep.equal({ seq: 5, hash: 'hash 5' });
    const again = await kit().reopen();
    expect(await again.head.read()).to.deep.equal({ seq: 5, hash: 'hash 5' });
    await again.close();
  });
});
