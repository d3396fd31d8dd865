import { endOfRomeDay } from '@piazza/shared/values';
import { expect } from 'chai';
import { account, available, held } from '../../../../server/src/domain/ledger/index.ts';
import {
  atProvider,
  disputed,
  disputes,
  pay,
  payment,
  placeBy,
  refunds,
  rfd,
  says,
  sound,
  withProvider,
} from '../../../support/charges.ts';
import { cancel, cast, cmt, lst, ofr } from '../../../support/domain-cast.ts';
import { beginning, day, type DomainVenue } from '../../../support/domain-venue.ts';
import {
  does,
  given,
  happened,
  inTurn,
  live,
  passes,
  until,
  wallet,
  type Step,
} from '../../../support/given.ts';

const ends = endOfRomeDay(beginning, 4);
const paid = inTurn(
  withProvider,
  live(),
  placeBy(cast.ines, 150),
  until(ends),
  says('succeeded', { feeCents: 0 }),
);
const settled = inTurn(paid, passes(60 * day));
const units = account.units(lst(1), cast.ines);
const unitsOf = (venue: DomainVenue) => ({
  available: available(venue.state.ledger, units),
  held: held(venue.state.ledger, units),
});
const inDispute = (venue: DomainVenue): number => available(venue.state.ledger, account.disputes);
const statusOf = (venue: DomainVenue) => venue.state.offers.commitments.get(cmt(1))!.status;
const offerOf = (venue: DomainVenue) => venue.state.offers.offers.get(ofr(1))!;
const registered = (venue: DomainVenue) => venue.state.register.holders.get(lst(1))?.get(cast.ines);
/** Ines sells so many of her units to Ivo, outside of any market. */
const sells = (count: number, cents: number): Step =>
  inTurn(
    happened(
      {
        kind: 'ledger.posted',
        from: units,
        to: account.outside(lst(1)),
        asset: lst(1),
        amount: count,
        reason: 'delivery',
        subject: {},
      },
      { kind: 'register.withdrawn', listing: lst(1), holder: cast.ines, units: count, at: beginning },
    ),
    (venue) => {
      if (cents > 0)
        venue.fold({
          kind: 'ledger.posted',
          from: account.outside('EUR'),
          to: account.cash(cast.ines),
          asset: 'EUR',
          amount: cents,
          reason: 'top_up',
          subject: {},
        });
    },
  );

describe('a payment that a bank takes back (CHG-10)', () => {
  it('freezes the units that were bought with it, and writes the loss down', () => {
    const { venue } = given(settled, disputes('open'), sound);
    expect(unitsOf(venue)).to.deep.equal({ available: 0, held: 150 });
    expect(inDispute(venue)).to.equal(-150_000);
    expect(atProvider(venue)).to.equal(-2_000);
    expect(payment(venue).status).to.equal('disputed');
    expect(registered(venue)?.units, 'still hers until it is decided').to.equal(150);
  });
  it('frees them when it stands after all, and the fee is the venue’s', () => {
    const { venue } = given(settled, disputes('open'), disputes('won'), sound);
    expect(unitsOf(venue)).to.deep.equal({ available: 150, held: 0 });
    expect([inDispute(venue), atProvider(venue)]).to.deep.equal([0, 148_000]);
    expect(payment(venue).status).to.equal('succeeded');
    const fee = { feeCents: 0 };
    const { venue: free } = given(settled, disputes('open'), disputes('won', fee), sound);
    expect(atProvider(free), 'a fee that was given back').to.equal(150_000);
  });
  it('takes them out of the register when it is lost', () => {
    const { venue } = given(settled, disputes('open'), disputes('lost'), sound);
    expect(unitsOf(venue)).to.deep.equal({ available: 0, held: 0 });
    expect(registered(venue)).to.equal(undefined);
    expect(inDispute(venue), 'the venue’s loss, which stays to be seen').to.equal(-150_000);
    expect(payment(venue).status).to.equal('charged_back');
    expect(available(venue.state.ledger, account.outside(lst(1)))).to.equal(0);
  });
  it('freezes the cash that came for what was sold, up to the rest', () => {
    const { venue } = given(settled, sells(50, 60_000), disputes('open'), sound);
    expect(unitsOf(venue)).to.deep.equal({ available: 0, held: 100 });
    expect(wallet(venue, cast.ines)).to.deep.equal({ available: 10_000, held: 50_000 });
    const { venue: over } = given(settled, sells(50, 60_000), disputes('open'), disputes('lost'), sound);
    expect(wallet(over, cast.ines)).to.deep.equal({ available: 10_000, held: 0 });
    expect(inDispute(over)).to.equal(-100_000);
  });
  it('freezes what there is where that is less, and no units that were bought otherwise', () => {
    const { venue } = given(settled, sells(150, 30_000), disputes('open'), sound);
    expect(wallet(venue, cast.ines)).to.deep.equal({ available: 0, held: 30_000 });
    const more = happened(
      {
        kind: 'ledger.posted',
        from: account.outside(lst(1)),
        to: units,
        asset: lst(1),
        amount: 40,
        reason: 'delivery',
        subject: {},
      },
      { kind: 'register.issued', listing: lst(1), holder: cast.ines, units: 40, costCents: 1, at: beginning },
    );
    const { venue: richer } = given(settled, more, disputes('open'), sound);
    expect(unitsOf(richer)).to.deep.equal({ available: 40, held: 150 });
  });
  it('in part freezes as many units as that part stands for, rounded up', () => {
    const { venue } = given(settled, disputes('open', { amountCents: 25_500 }), sound);
    expect(unitsOf(venue)).to.deep.equal({ available: 124, held: 26 });
  });
  it('told at its end only is the same', () => {
    const [one, other] = [
      given(settled, disputes('lost')).venue,
      given(settled, disputes('open'), disputes('lost')).venue,
    ];
    expect(JSON.stringify([...one.state.ledger.accounts])).to.equal(
      JSON.stringify([...other.state.ledger.accounts]),
    );
    sound(one);
    sound(given(settled, disputes('won')).venue);
  });
  it('books what the provider takes for it when that is known, once, however late', () => {
    const late = disputes('open', { feeCents: 1_500 });
    const { venue, when } = given(settled, disputes('open', { feeCents: 0 }), late, sound);
    expect(atProvider(venue)).to.equal(-1_500);
    for (const fee of [0, 1_500]) when('venue', disputed('open', { feeCents: fee })).yields();
    const { venue: over } = given(settled, disputes('lost', { feeCents: 0 }), disputes('lost'), sound);
    expect(atProvider(over)).to.equal(-2_000);
  });
  for (const first of ['open', 'won', 'lost'] as const)
    for (const then of ['open', 'won', 'lost'] as const)
      if (first !== 'open' || then === 'open')
        it(`${first}, told ${then} once more: nothing`, () => {
          given(settled, disputes(first)).when('venue', disputed(then)).yields();
        });
  it('of a charge that nobody knows, or that has not come to its end here: nothing yet', () => {
    given(settled)
      .when('venue', disputed('open', { charge: 'ch_other' }))
      .yields();
    const early = inTurn(
      withProvider,
      live(),
      placeBy(cast.ines, 150),
      until(ends),
      says('processing', { charge: 'ch_pay_1_1' }),
    );
    given(early).when('venue', disputed('lost')).yields();
  });
});

describe('a payment taken back before anything was delivered (CHG-9, CHG-10)', () => {
  it('ends its commitment, whose money goes back to the bank', () => {
    const { venue } = given(paid, disputes('open'), sound);
    expect(statusOf(venue)).to.equal('lapsed');
    expect(wallet(venue, cast.ines)).to.deep.equal({ available: 0, held: 0 });
    expect(inDispute(venue)).to.equal(0);
    expect(offerOf(venue)).to.include({ committedCents: 0, capturedCents: 0 });
    expect(offerOf(venue).investors.size).to.equal(0);
    venue.passTo(venue.now + 60 * day);
    expect(offerOf(venue).status).to.equal('failed');
    sound(venue);
  });
  it('is free cash when it stands after all', () => {
    const { venue } = given(paid, disputes('open'), disputes('won'), sound);
    expect(statusOf(venue)).to.equal('lapsed');
    expect(wallet(venue, cast.ines)).to.deep.equal({ available: 150_000, held: 0 });
    expect(inDispute(venue)).to.equal(0);
  });
  it('in part frees the rest of what was held', () => {
    const { venue } = given(paid, disputes('lost', { amountCents: 100_000 }), sound);
    expect(wallet(venue, cast.ines)).to.deep.equal({ available: 50_000, held: 0 });
    expect(inDispute(venue)).to.equal(0);
  });
  it('while it goes back as a refund that is not made any more: what that frees makes it good', () => {
    const back = inTurn(paid, does(cast.olga, cancel()), passes(0), disputes('lost'));
    const { venue } = given(back, sound);
    expect(wallet(venue, cast.ines)).to.deep.equal({ available: 0, held: 150_000 });
    expect(inDispute(venue)).to.equal(-150_000);
    refunds('failed')(venue);
    sound(venue);
    expect(wallet(venue, cast.ines)).to.deep.equal({ available: 0, held: 0 });
    expect(inDispute(venue)).to.equal(0);
  });
  it('while a refund of it is on its way: is the venue’s loss', () => {
    const { venue } = given(
      paid,
      does(cast.olga, cancel()),
      passes(0),
      refunds('pending'),
      disputes('lost'),
      sound,
    );
    expect(inDispute(venue)).to.equal(-150_000);
    expect(wallet(venue, cast.ines)).to.deep.equal({ available: 0, held: 0 });
  });
});

describe('a debit, which can be taken back for eight weeks (CHG-9)', () => {
  const debit = inTurn(
    withProvider,
    live({ facts: { hardCap: 200_000 } }),
    placeBy(cast.ines, 100, 'sepa_debit'),
    placeBy(cast.ivo, 150),
    until(ends),
    says('processing'),
    says('succeeded', { id: pay(2), feeCents: 0 }),
    passes(5 * day),
    says('succeeded', { feeCents: 0 }),
  );
  const mature = ends + 5 * day + 56 * day;
  const decided = inTurn(debit, until(beginning + 30 * day));
  const proceeds = (venue: DomainVenue): number =>
    ['proceeds:org_1', 'retention:org_1'].reduce(
      (sum, id) => sum + available(venue.state.ledger, id) + held(venue.state.ledger, id),
      0,
    );

  it('delivers nothing at the allotment, and its issuer has the money of the others', () => {
    const { venue } = given(decided, sound);
    expect(offerOf(venue)).to.include({ status: 'funded', proceedsCents: 100_000 });
    expect(statusOf(venue)).to.equal('allotted');
    expect(unitsOf(venue)).to.deep.equal({ available: 0, held: 0 });
    expect(wallet(venue, cast.ines)).to.deep.equal({ available: 0, held: 100_000 });
    expect(proceeds(venue)).to.equal(100_000);
    expect(available(venue.state.ledger, 'retention:org_1')).to.equal(1_000);
  });
  it('delivers its units, and the issuer’s share, in the moment it cannot be taken back any more', () => {
    const { venue } = given(decided, until(mature - 1));
    expect(statusOf(venue)).to.equal('allotted');
    venue.passTo(mature);
    expect(statusOf(venue)).to.equal('settled');
    expect(unitsOf(venue)).to.deep.equal({ available: 100, held: 0 });
    expect(offerOf(venue).proceedsCents).to.equal(200_000);
    expect(proceeds(venue)).to.equal(200_000);
    expect(available(venue.state.ledger, 'retention:org_1')).to.equal(2_000);
    sound(venue);
  });
  it('taken back before ends the commitment, and no unit of it was ever issued', () => {
    const one = { amountCents: 100_000, feeCents: 1_000 };
    const { venue } = given(decided, until(mature - 1), disputes('lost', one), sound);
    expect(statusOf(venue)).to.equal('lapsed');
    expect(unitsOf(venue)).to.deep.equal({ available: 0, held: 0 });
    expect(wallet(venue, cast.ines)).to.deep.equal({ available: 0, held: 0 });
    expect(offerOf(venue)).to.include({
      committedCents: 150_000,
      capturedCents: 150_000,
      proceedsCents: 100_000,
    });
    expect(inDispute(venue)).to.equal(0);
    venue.passTo(mature + day);
    expect(statusOf(venue)).to.equal('lapsed');
    sound(venue);
  });
  it('of which a part was cut gives that part back at once', () => {
    const { venue } = given(decided);
    const [first] = [...venue.state.payments.refunds.values()];
    expect(first).to.include({ payment: pay(2), amountCents: 50_000 });
    refunds('succeeded', rfd())(venue);
    sound(venue);
  });
  it('that was made long before the decision is delivered with the others', () => {
    const long = { closesAt: beginning + 90 * day };
    const early = inTurn(
      withProvider,
      live({ facts: long }),
      placeBy(cast.ines, 150, 'sepa_debit'),
      until(ends),
      says('succeeded'),
      until(beginning + 90 * day),
    );
    expect(statusOf(given(early, sound).venue)).to.equal('settled');
  });
});
