import { expect } from 'chai';
import { evolveVersion } from '../../../server/src/domain/venue/index.ts';
import { JournalCorrupt } from '../../../server/src/kernel/batch.ts';
import { stateHash } from '../../../server/src/kernel/canonical.ts';
import { restore, type Restored, type RestoreOptions } from '../../../server/src/kernel/restore.ts';
import { snapshotChunks } from '../../../server/src/kernel/snapshot-codec.ts';
import type { SnapshotHeader } from '../../../server/src/ports/snapshots.ts';
import { revoke } from '../../support/domain-cast.ts';
import { day } from '../../support/domain-venue.ts';
import {
  advance,
  commits,
  onLocalStores,
  openOffer,
  startKernel,
  type OpenOffer,
} from '../../support/kernel.ts';
import { refusalOf, type OpenKit } from '../../support/stores.ts';

/** Writes a snapshot of what was restored; `changes` make its header lie. */
async function snapshot(stores: OpenKit, { state, head }: Restored, changes: Partial<SnapshotHeader> = {}) {
  const chunks = [...snapshotChunks(state, 4_096)];
  const header = { seq: head.seq, journalHash: head.hash, stateHash: stateHash(state), evolveVersion };
  await stores.snapshots.write({ ...header, chunks: chunks.length, ...changes }, chunks, 2);
}

onLocalStores('Restoring the state', (kit) => {
  let offer: OpenOffer;
  /** Hash of the state in the running kernel when it stopped. */
  let hash: string;
  let lastSeq: number;

  beforeEach(async () => {
    const kernel = await startKernel({ stores: kit() });
    offer = await openOffer(kernel.exchange, 3);
    const [ines, ivo] = offer.investors as [never, never];
    await commits(kernel.exchange, offer, ines, 100);
    const gone = await commits(kernel.exchange, offer, ivo, 50);
    await kernel.exchange.command(revoke(gone), ivo);
    await kernel.exchange.command(advance(5 * day), offer.operators[0]);
    await commits(kernel.exchange, offer, ivo, 30);
    await kernel.stop();
    hash = stateHash(kernel.state);
    lastSeq = kernel.state.line.seq;
  });

  const restored = (options: Partial<RestoreOptions> = {}): Promise<Restored> =>
    restore({ journal: kit().journal, head: kit().head, ...options });
  const fromSnapshot = async (options: Partial<RestoreOptions> = {}) => {
    const passedOver: string[] = [];
    const ignored = (_header: SnapshotHeader, why: string): void => void passedOver.push(why);
    return { ...(await restored({ snapshots: kit().snapshots, ignored, ...options })), passedOver };
  };

  it('by replay gives what was running', async () => {
    const { state, head, from } = await restored();
    expect([stateHash(state), head.seq, from]).to.deep.equal([hash, lastSeq, 0]);
  });

  it('from a snapshot of any batch gives the same as replay', async () => {
    const ends: number[] = [];
    for await (const batch of kit().journal.read(1)) ends.push(batch.lastSeq);
    for (const end of ends) {
      await snapshot(kit(), await restored({ upTo: end }));
      const { state, from } = await fromSnapshot();
      expect([stateHash(state), from]).to.deep.equal([hash, end]);
    }
  });

  it('takes the newest snapshot that is not newer than what else was folded', async () => {
    await snapshot(kit(), await restored({ upTo: 6 }));
    await snapshot(kit(), await restored({ upTo: 12 }));
    expect((await fromSnapshot()).from).to.equal(12);
    const { state, from, passedOver } = await fromSnapshot({ notAfter: 11 });
    expect([stateHash(state), from]).to.deep.equal([hash, 6]);
    expect(passedOver).to.deep.equal(['newer than what may be used']);
  });

  it('stops after the record it is told, and goes on from there to the same state', async () => {
    const early = await restored({ upTo: 9 });
    expect(early.head.seq).to.equal(9);
    await snapshot(kit(), early);
    expect(stateHash((await fromSnapshot({ upTo: 9 })).state)).to.equal(stateHash(early.state));
    expect(stateHash((await fromSnapshot()).state)).to.equal(hash);
  });

  it('passes over a snapshot of another evolve version', async () => {
    await snapshot(kit(), await restored({ upTo: 8 }), { evolveVersion: evolveVersion + 1 });
    const { state, from, passedOver } = await fromSnapshot();
    expect([stateHash(state), from]).to.deep.equal([hash, 0]);
    expect(passedOver).to.deep.equal([`made by evolve version ${evolveVersion + 1}`]);
  });

  it('passes over a snapshot of another history, of a journal that is longer, and of another state', async () => {
    const early = await restored({ upTo: 8 });
    const passedOver = async (changes: Partial<SnapshotHeader>): Promise<string[]> => {
      await snapshot(kit(), early, changes);
      const found = await fromSnapshot();
      expect([stateHash(found.state), found.from]).to.deep.equal([hash, 0]);
      return found.passedOver;
    };
    expect(await passedOver({ journalHash: 'cd'.repeat(32) })).to.deep.equal(['made of another history']);
    expect(await passedOver({ stateHash: 'cd'.repeat(32) })).to.deep.equal([
      'not the state whose hash it names',
    ]);
    // The newer one is torn as well as foreign; the older lies about its state still.
    expect(await passedOver({ seq: lastSeq + 5 })).to.include('made of another history');
  });

  it('passes over a snapshot that cannot be read', async () => {
    const { state, head } = await restored({ upTo: 8 });
    const bytes = Buffer.concat([...snapshotChunks(state, 1 << 20)]);
    const header = { seq: 8, journalHash: head.hash, stateHash: stateHash(state), evolveVersion, chunks: 1 };
    await kit().snapshots.write(header, [bytes.subarray(0, bytes.length - 9)], 2);
    const { from, passedOver } = await fromSnapshot();
    expect(from).to.equal(0);
    expect(passedOver[0]).to.contain('cut short');
  });

  it('refuses a journal that is shorter than its head file says, and names the first missing record', async () => {
    await kit().head.write({ seq: lastSeq + 3, hash: 'ab'.repeat(32) });
    const refusal = (await refusalOf(restored())) as JournalCorrupt;
    expect(refusal).to.be.instanceOf(JournalCorrupt);
    expect(refusal.seq).to.equal(lastSeq + 1);
    expect(refusal.message).to.contain(`ends at ${lastSeq}, its head file says ${lastSeq + 3}`);
  });

  it('refuses a journal that ends in another batch than the one its head file saw', async () => {
    await kit().head.write({ seq: lastSeq, hash: 'ab'.repeat(32) });
    expect(((await refusalOf(restored())) as JournalCorrupt).seq).to.equal(lastSeq);
    await snapshot(kit(), await restore({ journal: kit().journal }));
    expect(((await refusalOf(fromSnapshot())) as JournalCorrupt).seq).to.equal(lastSeq);
  });

  it('takes over with a record of the next epoch, which keeps the time of the record before it', async () => {
    const kernel = await startKernel({ stores: kit(), snapshotsUpTo: Infinity });
    await kernel.stop();
    const last = kernel.flushed[0]?.records[0];
    expect(last).to.deep.include({ seq: lastSeq + 1, actor: 'venue' });
    expect(last?.command).to.deep.equal({ kind: 'kernel.takeover', epoch: 2 });
    const before = await restored({ upTo: lastSeq });
    expect(last?.at).to.equal(before.state.line.at);
  });

  it('runs at the next start what fell due while nobody served, each with its own time', async () => {
    const kernel = await startKernel({ stores: kit() });
    kernel.clock.tick(40 * day);
    await kernel.stop();
    const { closesAt } = kernel.state.venue.offers.offers.get(offer.offer)!;
    const later = await startKernel({ stores: kit(), clock: kernel.clock });
    await later.stop();
    const late = later.flushed.flatMap(({ records }) => records).filter(({ timer }) => timer !== undefined);
    expect(late.map(({ timer }) => timer)).to.include(`close:${offer.offer}`);
    expect(late.find(({ timer }) => timer === `close:${offer.offer}`)?.at).to.equal(closesAt);
    expect(later.state.venue.offers.offers.get(offer.offer)?.status).to.equal('funded');
  });
});
