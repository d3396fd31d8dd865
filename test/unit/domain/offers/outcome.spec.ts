import type { PersonId } from '@piazza/shared/values';
import { expect } from 'chai';
import { account, available, held } from '../../../../server/src/domain/ledger/index.ts';
import type { Offer } from '../../../../server/src/domain/offers/index.ts';
import { violations, type VenueEvent } from '../../../../server/src/domain/venue/index.ts';
import { cast, cmt, lst, ofr, orgOf, place, why } from '../../../support/domain-cast.ts';
import { day, type DomainVenue } from '../../../support/domain-venue.ts';
import { does, funded, given, live, passes, wallet, type Step } from '../../../support/given.ts';

const decided = passes(60 * day);
const offerOf = (venue: DomainVenue): Offer => venue.state.offers.offers.get(ofr(1))!;
const proceeds = (venue: DomainVenue): number => available(venue.state.ledger, account.proceeds(orgOf.enzo));
const retained = (venue: DomainVenue): number => available(venue.state.ledger, account.retention(orgOf.enzo));
const investors = [cast.ines, cast.ivo, cast.caio, cast.sofia];
const unitsOf = (venue: DomainVenue, who: PersonId): number =>
  available(venue.state.ledger, account.units(lst(1), who));
/** The events of one kind, in the order they were folded. */
const all = <K extends VenueEvent['kind']>(venue: DomainVenue, kind: K) =>
  venue.journal.filter((event): event is Extract<VenueEvent, { kind: K }> => event.kind === kind);
const sound = (venue: DomainVenue): void => void expect(violations(venue.state)).to.deep.equal([]);

describe('below the soft cap (OFR-6)', () => {
  it('everything goes back at once, to the cent', () => {
    const { venue } = given(
      funded(200_001),
      live(),
      does(cast.ines, place(20), place(20)),
      does(cast.caio, place(20)),
      does(cast.sofia, place(30)),
      decided,
    );
    expect(offerOf(venue)).to.include({
      status: 'failed',
      proceedsCents: 0,
      allotment: null,
      committedCents: 90_000,
    });
    for (const who of investors) expect(wallet(venue, who)).to.deep.equal({ available: 200_001, held: 0 });
    for (const one of venue.state.offers.commitments.values()) expect(one.status).to.equal('released');
    expect(venue.state.ledger.holds.size + venue.state.register.holders.size).to.equal(0);
    expect([proceeds(venue), retained(venue)]).to.deep.equal([0, 0]);
    expect(venue.state.listings.listings.get(lst(1))?.status).to.equal('failed');
    expect(venue.state.schedule.timers.size).to.equal(0);
    sound(venue);
  });
  it('one lot short is short', () => {
    const { venue } = given(funded(200_000), live(), does(cast.ines, place(90)), decided);
    expect(offerOf(venue).status).to.equal('failed');
  });
  it('exactly the soft cap is enough', () => {
    const { venue } = given(funded(200_000), live(), does(cast.ines, place(100)), decided);
    expect(offerOf(venue)).to.include({ status: 'funded', proceedsCents: 100_000 });
  });
  it('an offer to which nobody committed has failed', () => {
    const { venue } = given(live({ facts: { softCap: 1 } }), decided);
    expect(offerOf(venue).status).to.equal('failed');
    expect(venue.state.schedule.timers.size).to.equal(0);
  });
  it('what was revoked does not count', () => {
    const revoked = does(cast.ines, place(60), place(60), { kind: 'commitments.revoke', commitment: cmt(2) });
    const { venue } = given(funded(200_000), live(), revoked, decided);
    expect(offerOf(venue).status).to.equal('failed');
    expect(wallet(venue, cast.ines)).to.deep.equal({ available: 200_000, held: 0 });
  });
});

describe('an offer that is funded', () => {
  const oversubscribed: readonly Step[] = [
    funded(2_000_000),
    live({ facts: { reserves: { community: 2_000, retail: 3_000, institutional: 1_000 } } }),
    does(cast.ines, place(300)),
    does(cast.ivo, place(600)),
    does(cast.caio, place(100)),
    does(cast.sofia, place(500)),
    decided,
  ];
  it('is allotted by tiers, delivered against payment, and the rest released', () => {
    const { venue } = given(...oversubscribed);
    // 100 lots: community asks 10 of 20, the 10 left flow to retail, which asks 90 of 40; institutions keep their 10,
    // and the 40 that nobody reserved go to retail, which comes first.
    expect(investors.map((who) => unitsOf(venue, who))).to.deep.equal([300, 500, 100, 100]);
    expect(investors.map((who) => wallet(venue, who).available)).to.deep.equal([
      1_700_000, 1_500_000, 1_900_000, 1_900_000,
    ]);
    expect(venue.state.ledger.holds.size).to.equal(0);
    expect(offerOf(venue)).to.include({
      status: 'funded',
      proceedsCents: 1_000_000,
      capturedCents: 1_500_000,
    });
    expect(venue.state.listings.listings.get(lst(1))?.status).to.equal('funded');
    sound(venue);
  });
  it('explains its allotment by tier', () => {
    expect(offerOf(given(...oversubscribed).venue).allotment).to.deep.equal([
      {
        tier: 'community',
        reserved: 200,
        offered: 200,
        requested: 100,
        allotted: 100,
        level: 100,
        commitments: 1,
      },
      {
        tier: 'retail',
        reserved: 300,
        offered: 800,
        requested: 900,
        allotted: 800,
        level: 500,
        commitments: 2,
      },
      {
        tier: 'institutional',
        reserved: 100,
        offered: 100,
        requested: 500,
        allotted: 100,
        level: 100,
        commitments: 1,
      },
    ]);
  });
  it('writes the register of holders, which equals the ledger (MNY-3)', () => {
    const { venue } = given(...oversubscribed);
    const register = venue.state.register.holders.get(lst(1))!;
    expect([...register].map(([who, { units, costCents }]) => [who, units, costCents])).to.have.deep.members([
      [cast.caio, 100, 100_000],
      [cast.ines, 300, 300_000],
      [cast.ivo, 500, 500_000],
      [cast.sofia, 100, 100_000],
    ]);
    for (const [who, { units }] of register) expect(unitsOf(venue, who)).to.equal(units);
    expect(available(venue.state.ledger, account.outside(lst(1)))).to.equal(-1_000);
    expect(held(venue.state.ledger, account.units(lst(1), cast.ines))).to.equal(0);
  });
  it('goes by the tier that holds at the decision', () => {
    const moved = does('venue', {
      kind: 'people.setTier',
      person: cast.ivo,
      tier: 'institutional',
      reason: why,
    });
    const { venue } = given(...oversubscribed.slice(0, -1), moved, decided);
    expect(venue.state.offers.commitments.get(cmt(2))).to.include({
      tier: 'institutional',
      allottedUnits: 300,
    });
  });
  it('releases whole what nothing was allotted to', () => {
    const { venue } = given(
      funded(2_000_000),
      live(),
      does(cast.caio, place(1_000)),
      does(cast.ines, place(20)),
      decided,
    );
    expect(venue.state.offers.commitments.get(cmt(2))).to.include({ status: 'released', allottedUnits: 0 });
    expect(wallet(venue, cast.ines)).to.deep.equal({ available: 2_000_000, held: 0 });
    expect(venue.state.register.holders.get(lst(1))?.has(cast.ines)).to.equal(false);
    sound(venue);
  });
  it('adds up several commitments of one holder', () => {
    const { venue } = given(funded(2_000_000), live(), does(cast.ines, place(60), place(50)), decided);
    expect(venue.state.register.holders.get(lst(1))?.get(cast.ines)).to.include({
      units: 110,
      costCents: 110_000,
    });
  });

  // Price, units sold, and one percent of the proceeds, rounded down.
  const retentions = [
    [101, 1, 1],
    [101, 99, 99],
    [101, 100, 101],
    [199, 1, 1],
    [99_500, 3, 2_985],
    [1_010, 7, 70],
  ] as const;
  for (const [price, units, cents] of retentions) {
    it(`keeps back 1 % of ${price * units} cents, rounded down: ${cents} (OFR-10)`, () => {
      const terms = { price, lot: 1, softCap: 1, minimumTicket: 1, hardCap: price * 1_000 };
      const { venue } = given(
        funded(99_500_000),
        live({ facts: terms }),
        does(cast.sofia, place(units)),
        decided,
      );
      expect(offerOf(venue).proceedsCents).to.equal(price * units);
      expect([retained(venue), proceeds(venue)]).to.deep.equal([cents, price * units - cents]);
      sound(venue);
    });
  }
  it('keeps nothing back of less than a euro', () => {
    const tiny: Step = (venue) =>
      void Object.assign(offerOf(venue).terms, { price: 1, lot: 1, softCap: 1, minimumTicket: 1 });
    const { venue } = given(funded(200_000), live(), tiny, does(cast.sofia, place(99)), decided);
    expect([retained(venue), proceeds(venue)]).to.deep.equal([0, 99]);
    sound(venue);
  });
});

describe('settling in chunks', () => {
  const many: Step = (venue) => {
    for (let n = 1; n <= 1_201; n += 1) does([cast.ines, cast.ivo, cast.caio][n % 3]!, place(20))(venue);
  };
  const big = { price: 101, lot: 1, hardCap: 101 * 20_000, minimumTicket: 1 };
  const sold = [funded(99_999_999), live({ facts: big }), many];

  it('deals with at most 500 commitments a record, all at the instant of the decision', () => {
    const { venue } = given(...sold, decided);
    expect(all(venue, 'offers.progressed').map(({ commitments }) => commitments)).to.deep.equal([
      500, 500, 201,
    ]);
    const settlements = all(venue, 'schedule.set').filter(({ timer }) => timer.id.startsWith('settle:'));
    expect(settlements.map(({ timer }) => [timer.id, timer.dueAt])).to.deep.equal(
      [0, 500, 1_000].map((from) => [`settle:ofr_1:${from}`, offerOf(venue).decisionAt]),
    );
    expect(offerOf(venue)).to.include({ status: 'funded', settled: 1_201, proceedsCents: 101 * 20_000 });
    expect(all(venue, 'ledger.posted').filter(({ reason }) => reason === 'retention')).to.have.length(1);
    expect([retained(venue), proceeds(venue)]).to.deep.equal([20_200, 1_999_800]);
    sound(venue);
  });
  it('moves cash and units of a commitment in one record, or neither (MNY-2)', () => {
    const { venue } = given(...sold);
    let [before, records] = [0, 0];
    venue.watch = () => {
      const moved = venue.journal.slice(before);
      before = venue.journal.length;
      const paid = moved.flatMap((event) =>
        event.kind === 'ledger.settled' ? event.subject['commitment'] : [],
      );
      const given_ = moved.flatMap((event) =>
        event.kind === 'ledger.posted' && event.reason === 'delivery' ? event.subject['commitment'] : [],
      );
      expect(given_).to.deep.equal(paid);
      if (paid.length > 0) records += 1;
    };
    before = venue.journal.length;
    decided(venue);
    expect(records).to.equal(3);
  });
  it('is sound between two chunks, and not funded before the last', () => {
    const { venue } = given(...sold);
    const seen: string[] = [];
    venue.watch = (what) => {
      if (what.startsWith('settle:')) seen.push(offerOf(venue).status);
      if (what.startsWith('settle:') || what.startsWith('decide:')) sound(venue);
    };
    decided(venue);
    expect(seen).to.deep.equal(['allotting', 'allotting', 'funded']);
  });
  it('gives back in chunks as well', () => {
    const { venue } = given(...sold, does(cast.ines, { kind: 'commitments.revoke', commitment: cmt(3) }));
    const before = wallet(venue, cast.ines).available;
    does(cast.olga, { kind: 'offers.cancel', offer: ofr(1), reason: why })(venue);
    decided(venue);
    expect(all(venue, 'offers.progressed').map(({ commitments }) => commitments)).to.deep.equal([
      500, 500, 201,
    ]);
    expect(wallet(venue, cast.ines)).to.deep.equal({ available: before, held: 0 });
    expect(venue.state.schedule.timers.size).to.equal(0);
    sound(venue);
  });
});
