import { dayOf } from '@piazza/shared/calendar';
import { expect } from 'chai';
import { obstaclesOf } from '../../../../server/src/domain/erasure/index.ts';
import { violations } from '../../../../server/src/domain/venue/index.ts';
import { placeBy, refunds, says, sound, withProvider } from '../../../support/charges.ts';
import { cast, cancel, lst, orgOf, place, why } from '../../../support/domain-cast.ts';
import { beginning, day } from '../../../support/domain-venue.ts';
import { does, funded, given, inTurn, live, passes, wallet, type Step } from '../../../support/given.ts';
import { payee, sent, transfers, withdraws } from '../../../support/money-out.ts';
import { erased, owedBy, poor, sold } from '../../../support/unclaimed.ts';

const org = orgOf.enzo;
/** Ines 100 units, Ivo 50; the payment's day has come, and Ivo has sold and taken his money since. */
const overdue = inTurn(
  withProvider,
  live(),
  funded(500_000, cast.ines, cast.ivo),
  does(cast.ines, place(100)),
  does(cast.ivo, place(50)),
  passes(40 * day),
  does(cast.enzo, {
    kind: 'duties.declarePayment',
    listing: lst(1),
    day: dayOf(beginning) + 50,
    words: why,
  }),
  passes(60 * day),
  sold(cast.ivo, lst(1)),
  poor(cast.ivo),
);
const pays = (amountCents: number): Step =>
  inTurn(
    transfers(org, amountCents),
    does(cast.enzo, {
      kind: 'payments.distribute',
      listing: lst(1),
      payment: 1,
      as: 'coupon',
      amountCents,
    }),
    passes(0),
  );
const returned = inTurn(
  withProvider,
  poor(cast.ines),
  payee(cast.ines),
  transfers(cast.ines, 70_000),
  withdraws(cast.ines, 70_000),
  sent('paid'),
);

describe('money that comes for somebody who has been erased', () => {
  it('UNC-1: a payment to holders that is not there keeps nobody from being erased', () => {
    const { venue } = given(overdue);
    expect(obstaclesOf(venue.state, cast.ivo)).to.deep.equal([]);
    expect(obstaclesOf(venue.state, cast.ines)).to.include('units');
  });

  it('UNC-2: their share is owed by the issuer, the others get theirs, and nothing is lost', () => {
    const { venue } = given(overdue, erased(cast.ivo));
    const before = wallet(venue, cast.ines).available;
    pays(10_000)(venue);
    sound(venue);
    expect(wallet(venue, cast.ines).available - before).to.equal(6_667);
    expect(owedBy(venue, org)).to.equal(3_333);
    expect(wallet(venue, cast.ivo)).to.deep.equal({ available: 0, held: 0 });
    expect(venue.state.payments.unclaimed).to.deep.equal([
      {
        debtor: org,
        holder: cast.ivo,
        cents: 3_333,
        reason: 'distribution',
        subject: { listing: lst(1), payment: '1', as: 'coupon' },
        at: venue.now,
      },
    ]);
  });

  it('UNC-2: nothing is set apart of somebody who is there', () => {
    const { venue } = given(overdue, pays(10_000), sound);
    expect(wallet(venue, cast.ivo).available).to.equal(3_333);
    expect(venue.state.payments.unclaimed).to.deep.equal([]);
  });

  it('UNC-2: an erasure that has only begun counts already', () => {
    const { venue } = given(
      overdue,
      does(cast.ivo, { kind: 'people.beginErasure', giveBack: false }),
      pays(10_000),
    );
    expect(owedBy(venue, org)).to.equal(3_333);
  });

  it('UNC-3: a withdrawal that a bank returns is owed by the venue', () => {
    const { venue } = given(returned, erased(cast.ines), sent('returned'), sound);
    expect(owedBy(venue, 'venue')).to.equal(70_000);
    expect(venue.state.payments.unclaimed).to.have.length(1);
    expect(venue.state.payments.unclaimed[0]).to.deep.include({
      debtor: 'venue',
      holder: cast.ines,
      reason: 'sent_back',
      subject: { outgoing: 'out_1' },
    });
    // Told once more it is nothing.
    sent('returned')(venue);
    expect(owedBy(venue, 'venue')).to.equal(70_000);
  });

  it('UNC-3: of somebody who is there it is free again', () => {
    const { venue } = given(returned, sent('returned'), sound);
    expect(wallet(venue, cast.ines).available).to.equal(70_000);
    expect(owedBy(venue, 'venue')).to.equal(0);
  });

  it('UNC-3: a refund that fails late, and a transfer that comes late, are owed by the venue', () => {
    const { venue } = given(
      withProvider,
      live(),
      poor(cast.ines),
      placeBy(cast.ines, 20),
      passes(5 * day),
      says('succeeded'),
      does(cast.olga, cancel()),
      passes(0),
      refunds('succeeded'),
      erased(cast.ines),
      refunds('failed'),
      sound,
    );
    const first = owedBy(venue, 'venue');
    expect(first).to.be.above(0);
    transfers(cast.ines, 500, 2)(venue);
    sound(venue);
    expect(owedBy(venue, 'venue')).to.equal(first + 500);
    expect(venue.state.payments.unclaimed.map(({ reason }) => reason)).to.deep.equal(['refund', 'funding']);
  });

  it('UNC-4: what is set apart and what is written of it agree, or the venue is not sound', () => {
    const { venue } = given(returned, erased(cast.ines), sent('returned'));
    venue.state.payments.unclaimed.pop();
    expect(violations(venue.state)).to.deep.equal(['unclaimed:venue is owed to nobody']);
    const { venue: other } = given(returned, erased(cast.ines), sent('returned'));
    other.fold({
      kind: 'payments.unclaimed',
      unclaimed: { ...other.state.payments.unclaimed[0]!, cents: 1 },
    });
    expect(violations(other.state)).to.deep.equal([
      'venue owes 70001 to erased people, its account has 70000',
    ]);
  });
});
