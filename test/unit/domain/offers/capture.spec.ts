import { endOfRomeDay } from '@piazza/shared/values';
import { expect } from 'chai';
import { pledgedCents } from '../../../../server/src/domain/offers/index.ts';
import { cast, cmt, ofr, place, why } from '../../../support/domain-cast.ts';
import { beginning, day, type DomainVenue } from '../../../support/domain-venue.ts';
import { does, funded, given, live, passes, spends, until, wallet } from '../../../support/given.ts';

const ends = endOfRomeDay(beginning, 4);
const timeline = (venue: DomainVenue, n = 1): string[] =>
  venue.state.offers.commitments.get(cmt(n))!.timeline.map(({ step }) => step);
const offerOf = (venue: DomainVenue) => venue.state.offers.offers.get(ofr(1))!;

describe('capturing a pledge (OFR-1)', () => {
  const pledged = [funded(200_000), live(), does(cast.ines, place(100))];

  it('takes no money up to the last millisecond of the reflection period', () => {
    const { venue } = given(...pledged, until(ends - 1));
    expect(wallet(venue, cast.ines)).to.deep.equal({ available: 200_000, held: 0 });
    expect(offerOf(venue).capturedCents).to.equal(0);
  });
  it('holds the money when it ends, stamped with the end however late the clock comes by', () => {
    const { venue } = given(...pledged, until(ends + 3 * day));
    expect(wallet(venue, cast.ines)).to.deep.equal({ available: 100_000, held: 100_000 });
    expect(offerOf(venue)).to.include({ committedCents: 100_000, capturedCents: 100_000 });
    expect(venue.state.offers.commitments.get(cmt(1))!.timeline).to.deep.equal([
      { at: beginning, step: 'pledged' },
      { at: ends, step: 'captured' },
    ]);
  });
  it('fails where the money is not there, to the cent, and keeps its promise', () => {
    const { venue } = given(...pledged, spends(cast.ines, 100_001), until(ends));
    expect(timeline(venue)).to.deep.equal(['pledged', 'capture_failed']);
    expect(wallet(venue, cast.ines)).to.deep.equal({ available: 99_999, held: 0 });
    expect(pledgedCents(venue.state.offers, cast.ines)).to.equal(100_000);
    expect(offerOf(venue)).to.include({ committedCents: 100_000, capturedCents: 0 });
    const enough = given(...pledged, spends(cast.ines, 100_000), until(ends)).venue;
    expect(timeline(enough)).to.deep.equal(['pledged', 'captured']);
  });
});

describe('a capture that failed (OFR-7)', () => {
  const failed = [
    funded(200_000),
    live(),
    does(cast.ines, place(100)),
    spends(cast.ines, 200_000),
    passes(10 * day),
  ];

  it('is tried once more at the decision, and holds where the money has come', () => {
    const { venue } = given(
      ...failed,
      does(cast.ines, { kind: 'wallet.topUp', amountCents: 100_000 }),
      passes(60 * day),
    );
    expect(timeline(venue)).to.deep.equal(['pledged', 'capture_failed', 'captured', 'allotted', 'settled']);
    expect(offerOf(venue)).to.include({ status: 'funded', proceedsCents: 100_000 });
    expect(wallet(venue, cast.ines)).to.deep.equal({ available: 0, held: 0 });
  });
  it('lapses before the allotment where it has not', () => {
    const others = does(cast.sofia, place(150));
    const { venue } = given(...failed, others, passes(60 * day));
    expect(timeline(venue)).to.deep.equal(['pledged', 'capture_failed', 'lapsed']);
    expect(offerOf(venue)).to.include({ status: 'funded', committedCents: 150_000, proceedsCents: 150_000 });
    expect([...offerOf(venue).investors.keys()]).to.deep.equal([cast.sofia]);
    expect(offerOf(venue).allotment?.reduce((sum, tier) => sum + tier.commitments, 0)).to.equal(1);
  });
  it('makes the offer miss its soft cap where it was needed', () => {
    const { venue } = given(...failed, does(cast.sofia, place(90)), passes(60 * day));
    expect(offerOf(venue).status).to.equal('failed');
    expect(wallet(venue, cast.sofia)).to.deep.equal({ available: 200_000, held: 0 });
  });
  it('gets what is there before later ones of the same investor, and each wallet is its own', () => {
    const steps = [
      funded(200_000),
      live(),
      does(cast.ines, place(70), place(60), place(20)),
      does(cast.ivo, place(100)),
      spends(cast.ines, 200_000),
      spends(cast.ivo, 200_000),
      passes(10 * day),
      does(cast.ines, { kind: 'wallet.topUp', amountCents: 95_000 }),
      does(cast.ivo, { kind: 'wallet.topUp', amountCents: 100_000 }),
      passes(60 * day),
    ];
    const { venue } = given(...steps);
    // 70 of 95 leave 25: too little for the second, enough for the third.
    expect([1, 2, 3, 4].map((n) => timeline(venue, n).at(-1))).to.deep.equal([
      'settled',
      'lapsed',
      'settled',
      'settled',
    ]);
    expect(wallet(venue, cast.ines)).to.deep.equal({ available: 5_000, held: 0 });
    expect(offerOf(venue).proceedsCents).to.equal(190_000);
  });
  it('is given up with the offer when that is cancelled', () => {
    const { venue } = given(
      ...failed,
      does(cast.olga, { kind: 'offers.cancel', offer: ofr(1), reason: why }),
      passes(0),
    );
    expect(timeline(venue)).to.deep.equal(['pledged', 'capture_failed', 'released']);
  });
});
