import type { DealFlowItem, Totals } from '@piazza/shared/contract';
import { expect } from 'chai';
import { begin, extend, noFlow } from '../../../client/src/realtime/feed.ts';

const item = (seq: number): DealFlowItem =>
  ({
    seq,
    at: seq * 1_000,
    kind: 'committed',
    listingId: 'lst_1',
    offerId: 'ofr_1',
    title: 'Orto',
    organisationName: 'Orto Condiviso',
    sector: 'food',
    amount: 100,
  }) as unknown as DealFlowItem;
const items = (...seqs: number[]): DealFlowItem[] => seqs.map(item);
const totals = (seq: number): Totals =>
  ({
    seq,
    openOffers: 1,
    committed: seq * 100,
    raised: 0,
    commitments: seq,
    fundedVentures: 0,
    holders: 0,
  }) as Totals;
const seqs = (flow: { items: readonly DealFlowItem[] }): number[] => flow.items.map(({ seq }) => Number(seq));

describe('the feed as a browser folds it', () => {
  const known = begin(items(5, 4, 6), totals(6));

  it('begins with a snapshot in any order, newest first', () => {
    expect(seqs(known)).to.deep.equal([6, 5, 4]);
    expect(known).to.include({ seq: 6, liveFrom: 7 });
  });

  it('begins an empty venue at the seq of its totals', () => {
    expect(begin([], totals(0))).to.include({ seq: 0, liveFrom: 1 });
  });

  it('takes what follows, in any order, and its totals', () => {
    const next = extend(known, items(8, 7), totals(8));
    if (next === false) throw new Error('a gap was seen where there is none');
    expect(seqs(next)).to.deep.equal([8, 7, 6, 5, 4]);
    expect(next).to.include({ seq: 8, liveFrom: 7 });
    expect(next.totals).to.deep.equal(totals(8));
  });

  it('passes over what it knows already', () => {
    const next = extend(known, items(5, 6, 7), totals(7));
    expect(next).to.have.property('seq', 7);
  });

  it('sees a gap before the first item, and between two', () => {
    expect(extend(known, items(8), totals(8))).to.equal(false);
    expect(extend(known, items(7, 9), totals(9))).to.equal(false);
  });

  it('keeps its totals when older ones come late', () => {
    const next = extend(known, [], totals(3));
    if (next === false) throw new Error('a gap was seen where there is none');
    expect(next.totals).to.deep.equal(totals(6));
  });

  it('takes totals alone, when nothing public happened', () => {
    expect(extend(known, [], totals(6))).to.include({ seq: 6 });
  });

  it('forgets what no screen shows any more', () => {
    const many = Array.from({ length: 500 }, (_, at) => item(at + 1));
    expect(begin(many, totals(500)).items).to.have.lengthOf(120);
    const next = extend(begin(many, totals(500)), items(501), totals(501));
    if (next === false) throw new Error('a gap was seen where there is none');
    expect(next.items).to.have.lengthOf(120);
    expect(seqs(next)[0]).to.equal(501);
  });

  it('knows nothing before the first snapshot', () => {
    expect(noFlow.totals).to.equal(null);
  });
});
