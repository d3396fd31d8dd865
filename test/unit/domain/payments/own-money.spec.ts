import { dayOf } from '@piazza/shared/calendar';
import { policy } from '@piazza/shared/policy';
import { expect } from 'chai';
import { account, available, held } from '../../../../server/src/domain/ledger/index.ts';
import type { VenueCommand } from '../../../../server/src/domain/venue/index.ts';
import { moneyNotices } from '../../../../server/src/projections/notices-money.ts';
import { atProvider, sound, withProvider } from '../../../support/charges.ts';
import { cast, lst, orgOf, why } from '../../../support/domain-cast.ts';
import { beginning, day, type DomainVenue } from '../../../support/domain-venue.ts';
import { does, given, inTurn, offerIn, passes, type Step } from '../../../support/given.ts';
import {
  agreed,
  agreeOut,
  out,
  outgoing,
  payee,
  proposeOut,
  sent,
  transfers,
} from '../../../support/money-out.ts';

const org = orgOf.enzo;
const limit = policy.withdrawalAloneCents;
const withdraw = (amountCents: number, organisation = org): VenueCommand => ({
  kind: 'payments.withdrawFunds',
  organisation,
  amountCents,
});
const cancel: VenueCommand = { kind: 'payments.cancelWithdrawal', outgoing: out() };
const rich = inTurn(withProvider, payee(org), transfers(org, 5_000_000));
const takes = (amountCents: number): Step => does(cast.enzo, withdraw(amountCents));
const stands = ({ state: { ledger } }: DomainVenue): number[] => [
  available(ledger, account.funds(org)),
  held(ledger, account.funds(org)),
];
const announced = (inDays: number): Step =>
  does(cast.enzo, {
    kind: 'duties.declarePayment',
    listing: lst(1),
    day: dayOf(beginning) + inDays,
    words: why,
  });
const setsAside = (amountCents: number): Step =>
  does(cast.enzo, { kind: 'payments.distribute', listing: lst(1), payment: 1, as: 'coupon', amountCents });

describe('an issuer’s own money that no payment to holders has used', () => {
  it('OUT-10: leaves at once up to the limit, and is held until the provider has it', () => {
    const { venue } = given(rich, takes(limit), sound);
    expect(outgoing(venue)).to.include({ kind: 'withdrawal', holder: org, status: 'due', fourEyes: false });
    expect(stands(venue)).to.deep.equal([5_000_000 - limit, limit]);
    sent('transferred')(venue);
    sound(venue);
    expect(stands(venue)).to.deep.equal([5_000_000 - limit, 0]);
    expect(atProvider(venue)).to.equal(5_000_000 - limit);
    sent('paid')(venue);
    expect(outgoing(venue).status).to.equal('paid');
  });

  it('OUT-10: is its own again when the provider refuses it or its bank sends it back', () => {
    for (const status of ['refused', 'returned'] as const) {
      const { venue } = given(rich, takes(limit), sent(status), sound);
      expect(stands(venue), status).to.deep.equal([5_000_000, 0]);
      expect(venue.state.payments.outgoings.size).to.equal(1);
    }
  });

  it('OUT-10: above the limit of a day waits for two who do not act for the issuer', () => {
    const { venue, when } = given(rich, takes(limit), takes(100));
    expect(outgoing(venue, out(2))).to.include({ status: 'waiting', fourEyes: true });
    const next = inTurn(passes(day), takes(limit));
    next(venue);
    expect(outgoing(venue, out(3))).to.include({ status: 'due', fourEyes: false });
    const { venue: other, when: asked } = given(rich, takes(limit + 1));
    other.fold({ kind: 'people.role_set', person: cast.enzo, role: 'operator', granted: true } as never);
    asked(cast.enzo, proposeOut()).refuses('conflict_of_interest');
    does(cast.olga, proposeOut())(other);
    asked(cast.enzo, agreeOut()).refuses('conflict_of_interest');
    does(cast.oreste, agreeOut())(other);
    expect(outgoing(other).status).to.equal('due');
    when(cast.enzo, cancel).refuses('outgoing_closed');
  });

  it('OUT-10: that waits is taken back by who represents the issuer, and by nobody else', () => {
    const { venue, when } = given(rich, takes(limit + 1));
    for (const other of [cast.elsa, cast.ines]) when(other, cancel).refuses('not_found');
    does(cast.enzo, cancel)(venue);
    sound(venue);
    expect(outgoing(venue).status).to.equal('cancelled');
    expect(stands(venue)).to.deep.equal([5_000_000, 0]);
    expect(outgoing(given(rich, takes(limit + 1), agreed()).venue).status).to.equal('due');
  });

  it('OUT-10: is told to who represents the issuer, with the way to where it is looked after', () => {
    const { venue } = given(rich, takes(limit), sent('paid'));
    const told = venue.journal.flatMap((event) => moneyNotices(venue.state, event));
    expect(told.filter(([, kind]) => kind.startsWith('withdrawal_'))).to.deep.equal([
      [cast.enzo, 'withdrawal_paid', { outgoing: out(), amount: '10000.00', organisation: org }],
    ]);
  });

  it('OUT-11: is refused in this order', () => {
    given().when(cast.enzo, withdraw(0)).refuses('payments_off');
    const { when } = given(withProvider);
    when(cast.enzo, withdraw(0, 'org_none' as never)).refuses('not_found');
    when(cast.elsa, withdraw(0)).refuses('not_allowed');
    when(cast.ines, withdraw(0)).refuses('not_allowed');
    for (const amount of [0, policy.withdrawalMinCents - 1, policy.withdrawalMostCents + 1, 1.5])
      when(cast.enzo, withdraw(amount)).refuses('amount_out_of_range');
    when(cast.enzo, withdraw(100)).refuses('payee_not_ready', { status: 'none' });
    given(rich)
      .when(cast.enzo, withdraw(5_000_001))
      .refuses('insufficient_funds', { freeCents: 5_000_000, amountCents: 5_000_001 });
  });

  it('OUT-11: is never what was raised, is kept back, or is set aside for holders', () => {
    const { venue, when } = given(
      withProvider,
      offerIn('funded'),
      payee(org),
      transfers(org, 10_000),
      announced(97),
      setsAside(9_000),
    );
    const { ledger } = venue.state;
    const raised = available(ledger, account.proceeds(org)) + held(ledger, account.proceeds(org));
    expect(raised).to.be.above(1_000);
    expect(available(ledger, account.retention(org))).to.be.above(0);
    when(cast.enzo, withdraw(1_001)).refuses('insufficient_funds', { freeCents: 1_000, amountCents: 1_001 });
    when(cast.enzo, withdraw(1_000)).accepts();
  });

  it('OUT-11: stays while a payment to holders is overdue, whatever its amount will be', () => {
    const steps = [withProvider, offerIn('funded'), payee(org), transfers(org, 10_000), announced(97)];
    const { venue, when } = given(...steps, passes(100 * day));
    when(cast.enzo, withdraw(100)).refuses('holders_unpaid', { listing: lst(1), payment: 1 });
    setsAside(4_000)(venue);
    passes(0)(venue);
    when(cast.enzo, withdraw(6_000)).accepts();
  });
});
