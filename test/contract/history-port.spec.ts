import { expect } from 'chai';
import { type HistoryEntry, type HistoryStore } from '../../server/src/ports/history.ts';
import { onEveryStore, refusalOf } from '../support/stores.ts';

const line = (stream: string, value: unknown) => ({ stream, value });
const indexes = (entries: readonly HistoryEntry[]): number[] => entries.map(({ index }) => index);

/** 25 lines of `deal-flow`, each with its own number, in five appends. */
async function flow(history: HistoryStore): Promise<void> {
  for (let seq = 1; seq <= 5; seq += 1) {
    await history.append(
      seq,
      Array.from({ length: 5 }, (_, at) => line('deal-flow', (seq - 1) * 5 + at + 1)),
    );
  }
}

onEveryStore('history', (kit) => {
  it('is empty at first', async () => {
    const { history } = kit();
    expect(await history.checkpoint()).to.equal(0);
    expect(await history.length('deal-flow')).to.equal(0);
    expect(await history.page('deal-flow', { limit: 5 })).to.deep.equal([]);
    expect(await history.page('deal-flow', { after: 0, limit: 5 })).to.deep.equal([]);
  });

  it('numbers each stream from 1 without a gap, and moves the checkpoint', async () => {
    const { history } = kit();
    const first = [line('a', 'one'), line('b', 'two'), line('a', 'three')];
    expect(await history.append(7, first)).to.deep.equal([1, 1, 2]);
    expect(await history.append(9, [line('b', 'four'), line('a', 'five')])).to.deep.equal([2, 3]);
    expect(await history.checkpoint()).to.equal(9);
    expect([await history.length('a'), await history.length('b')]).to.deep.equal([3, 2]);
    expect(await history.page('a', { after: 0, limit: 9 })).to.deep.equal([
      { index: 1, value: 'one' },
      { index: 2, value: 'three' },
      { index: 3, value: 'five' },
    ]);
  });

  it('moves the checkpoint without any line', async () => {
    expect(await kit().history.append(3, [])).to.deep.equal([]);
    expect(await kit().history.checkpoint()).to.equal(3);
  });

  it('keeps streams apart whose names begin alike', async () => {
    const { history } = kit();
    await history.append(1, [line('account:1', 'a'), line('account:10', 'b'), line('account', 'c')]);
    expect(await history.page('account:1', { limit: 9 })).to.deep.equal([{ index: 1, value: 'a' }]);
    expect(await history.page('account', { limit: 9 })).to.deep.equal([{ index: 1, value: 'c' }]);
  });

  it('pages from the newest, before and after an index', async () => {
    const { history } = kit();
    await flow(history);
    expect(indexes(await history.page('deal-flow', { limit: 3 }))).to.deep.equal([25, 24, 23]);
    expect(indexes(await history.page('deal-flow', { before: 23, limit: 3 }))).to.deep.equal([22, 21, 20]);
    expect(indexes(await history.page('deal-flow', { before: 3, limit: 9 }))).to.deep.equal([2, 1]);
    expect(indexes(await history.page('deal-flow', { before: 1, limit: 9 }))).to.deep.equal([]);
    expect(indexes(await history.page('deal-flow', { before: 99, limit: 1 }))).to.deep.equal([25]);
    expect(indexes(await history.page('deal-flow', { after: 10, limit: 3 }))).to.deep.equal([11, 12, 13]);
    expect(indexes(await history.page('deal-flow', { after: 24, limit: 9 }))).to.deep.equal([25]);
    expect(indexes(await history.page('deal-flow', { after: 25, limit: 9 }))).to.deep.equal([]);
    expect(indexes(await history.page('deal-flow', { after: 0, limit: 0 }))).to.deep.equal([]);
    const all = await history.page('deal-flow', { after: 0, limit: 99 });
    expect(all.every(({ index, value }) => index === value)).to.be.true;
  });

  it('pages within what one append brought, however much that was', async () => {
    const { history } = kit();
    const many = Array.from({ length: 300 }, (_, at) => line(at % 3 === 0 ? 'b' : 'a', `line\n${at}`));
    await history.append(1, [line('a', 'first')]);
    const given = await history.append(2, many);
    expect(given.slice(0, 4)).to.deep.equal([1, 2, 3, 2]);
    await history.append(3, [line('a', 'last')]);
    expect([await history.length('a'), await history.length('b')]).to.deep.equal([202, 100]);
    const all = await history.page('a', { after: 0, limit: 500 });
    expect(indexes(all)).to.deep.equal(Array.from({ length: 202 }, (_, at) => at + 1));
    const told = many.filter(({ stream }) => stream === 'a').map(({ value }) => value);
    expect(all.map(({ value }) => value)).to.deep.equal(['first', ...told, 'last']);
    for (const after of [0, 1, 63, 64, 65, 66, 129, 130, 200])
      expect(await history.page('a', { after, limit: 2 })).to.deep.equal(all.slice(after, after + 2));
    for (const before of [203, 202, 67, 66, 65, 2])
      expect(await history.page('a', { before, limit: 2 })).to.deep.equal(
        all.slice(Math.max(0, before - 3), before - 1).toReversed(),
      );
  });

  it('gives every JSON value back as it was', async () => {
    const { history } = kit();
    const values = [
      null,
      0,
      -1.5,
      9_007_199_254_740_991,
      '',
      'perché ωｆ🎪',
      true,
      [],
      {},
      { $set: { 'a.b': [1, { c: null }] }, _id: 'x', length: 2, nested: { text: 'y' } },
    ];
    await history.append(
      1,
      values.map((value) => line('values', value)),
    );
    const found = await history.page('values', { after: 0, limit: 99 });
    expect(found.map(({ value }) => value)).to.deep.equal(values);
  });

  it('refuses a fold that goes back or repeats, and what is no JSON, keeping nothing of it', async () => {
    const { history } = kit();
    await history.append(5, [line('a', 1)]);
    for (const seq of [5, 4, 0, 5.5]) {
      expect(await refusalOf(history.append(seq, [line('a', 2)]))).to.be.instanceOf(RangeError);
    }
    expect(await refusalOf(history.append(6, [line('a', 2), line('a', undefined)]))).to.be.instanceOf(
      TypeError,
    );
    expect(await history.length('a')).to.equal(1);
    expect(await history.checkpoint()).to.equal(5);
    expect(await history.append(6, [line('a', 2)])).to.deep.equal([2]);
  });

  it('gives concurrent appends their turns', async () => {
    const { history } = kit();
    const given = await Promise.all(
      [1, 2, 3, 4, 5, 6].map(async (seq) => history.append(seq, [line('a', seq), line('a', seq)])),
    );
    expect(given.flat()).to.deep.equal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(await history.checkpoint()).to.equal(6);
  });

  it('keeps everything over a restart', async () => {
    await flow(kit().history);
    const again = await kit().reopen();
    expect(await again.history.checkpoint()).to.equal(5);
    expect(await again.history.append(6, [line('deal-flow', 26)])).to.deep.equal([26]);
    expect(indexes(await again.history.page('deal-flow', { limit: 2 }))).to.deep.equal([26, 25]);
    await again.close();
  });

  it('forgets everything at a wipe, and begins again', async () => {
    const { history } = kit();
    await flow(history);
    await history.wipe();
    expect(await history.checkpoint()).to.equal(0);
    expect(await history.length('deal-flow')).to.equal(0);
    expect(await history.page('deal-flow', { limit: 9 })).to.deep.equal([]);
    expect(await history.append(1, [line('deal-flow', 'new')])).to.deep.equal([1]);
    const again = await kit().reopen();
    expect(await again.history.page('deal-flow', { limit: 9 })).to.deep.equal([{ index: 1, value: 'new' }]);
    await again.close();
  });

  it('closes cleanly: the append under way ends first, and nothing works afterwards', async () => {
    const { history } = kit();
    const appending = history.append(1, [line('a', 1)]);
    await history.close();
    expect(await appending).to.deep.equal([1]);
    await history.close();
    expect(await refusalOf(history.checkpoint())).to.match(/closed/);
    expect(await refusalOf(history.append(2, []))).to.match(/closed/);
  });
});
