import { expect } from 'chai';
import { type SnapshotHeader, type SnapshotStore } from '../../server/src/ports/snapshots.ts';
import { bytes, onEveryStore, refusalOf, text } from '../support/stores.ts';

const header = (seq: number, chunks: number): SnapshotHeader => ({
  seq,
  journalHash: `journal ${seq}`,
  stateHash: `state ${seq}`,
  evolveVersion: 2,
  chunks,
});

const chunksOf = (seq: number, count: number): Uint8Array[] =>
  Array.from({ length: count }, (_, index) => bytes(`${seq}/${index}`));

async function write(snapshots: SnapshotStore, seq: number, chunks = 2, keep = 3): Promise<void> {
  await snapshots.write(header(seq, chunks), chunksOf(seq, chunks), keep);
}

const seqs = async (snapshots: SnapshotStore): Promise<number[]> =>
  (await snapshots.list()).map(({ seq }) => seq);

async function* torn(...chunks: Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
  throw new Error('the process died here');
}

onEveryStore('snapshots', (kit) => {
  it('are none at first', async () => {
    expect(await kit().snapshots.list()).to.deep.equal([]);
    expect(await refusalOf(kit().snapshots.chunk(1, 0))).to.be.instanceOf(RangeError);
  });

  it('are listed newest first, with their chunks', async () => {
    const { snapshots } = kit();
    for (const seq of [5, 20, 100]) await write(snapshots, seq);
    expect(await snapshots.list()).to.deep.equal([header(100, 2), header(20, 2), header(5, 2)]);
    expect(text(await snapshots.chunk(20, 1))).to.equal('20/1');
    expect(text(await snapshots.chunk(100, 0))).to.equal('100/0');
    expect(await refusalOf(snapshots.chunk(20, 2))).to.be.instanceOf(RangeError);
  });

  it('take chunks as they come, up to 4 MiB each', async () => {
    const { snapshots } = kit();
    const limit = 4 * 1024 * 1024;
    async function* coming(): AsyncGenerator<Uint8Array> {
      yield new Uint8Array(limit).fill(1);
      yield new Uint8Array(limit).fill(2);
    }
    await snapshots.write(header(9, 2), coming(), 1);
    const second = await snapshots.chunk(9, 1);
    expect([second.byteLength, second[0], second.at(-1)]).to.deep.equal([limit, 2, 2]);
    const large = snapshots.write(header(10, 1), [new Uint8Array(limit + 1)], 1);
    expect(await refusalOf(large)).to.be.instanceOf(RangeError);
    expect(await seqs(snapshots)).to.deep.equal([9]);
  });

  it('keep the newest only', async () => {
    const { snapshots } = kit();
    for (const seq of [1, 2, 3, 4]) await write(snapshots, seq, 2, 2);
    expect(await seqs(snapshots)).to.deep.equal([4, 3]);
    expect(await refusalOf(snapshots.chunk(2, 0))).to.be.instanceOf(RangeError);
    await write(snapshots, 5, 1, 1);
    expect(await seqs(snapshots)).to.deep.equal([5]);
    expect(text(await snapshots.chunk(5, 0))).to.equal('5/0');
  });

  it('are not listed when torn, and leave those before alone', async () => {
    const { snapshots } = kit();
    await write(snapshots, 1);
    expect(await refusalOf(snapshots.write(header(2, 2), torn(bytes('2/0')), 1))).to.match(/died/);
    expect(await seqs(snapshots)).to.deep.equal([1]);
    expect(await refusalOf(snapshots.chunk(2, 0))).to.be.instanceOf(RangeError);
    const again = await kit().reopen();
    expect(await seqs(again.snapshots)).to.deep.equal([1]);
    await write(again.snapshots, 2);
    expect(await seqs(again.snapshots)).to.deep.equal([2, 1]);
    expect(text(await again.snapshots.chunk(2, 1))).to.equal('2/1');
    await again.close();
  });

  it('are not listed when fewer or more chunks came than announced', async () => {
    const { snapshots } = kit();
    for (const announced of [1, 3]) {
      expect(await refusalOf(snapshots.write(header(2, announced), chunksOf(2, 2), 1))).to.be.instanceOf(
        RangeError,
      );
    }
    expect(await snapshots.list()).to.deep.equal([]);
  });

  it('may be written again at the same seq, and then hold the new chunks alone', async () => {
    const { snapshots } = kit();
    await write(snapshots, 7, 3);
    await snapshots.write({ ...header(7, 1), evolveVersion: 3 }, [bytes('anew')], 2);
    expect(await snapshots.list()).to.deep.equal([{ ...header(7, 1), evolveVersion: 3 }]);
    expect(text(await snapshots.chunk(7, 0))).to.equal('anew');
    expect(await refusalOf(snapshots.chunk(7, 1))).to.be.instanceOf(RangeError);
  });

  it('stay over a restart, and are seen by others at once', async () => {
    const other = await kit().beside();
    await write(kit().snapshots, 3);
    expect(await seqs(other.snapshots)).to.deep.equal([3]);
    await other.close();
    const again = await kit().reopen();
    expect(text(await again.snapshots.chunk(3, 1))).to.equal('3/1');
    await again.close();
  });

  it('close cleanly', async () => {
    const { snapshots } = kit();
    await write(snapshots, 3);
    await snapshots.close();
    await snapshots.close();
    expect(await refusalOf(snapshots.list())).to.match(/closed/);
    expect(await refusalOf(write(snapshots, 4))).to.match(/closed/);
  });
});
