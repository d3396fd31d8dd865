import { policy } from '@piazza/shared/policy';
import type { PaymentId } from '@piazza/shared/values';
import { expect } from 'chai';
import type { PaymentStatus } from '../../../../server/src/domain/payments/index.ts';
import {
  atProvider,
  methodOf,
  pay,
  payment,
  placeBy,
  says,
  sound,
  withProvider,
} from '../../../support/charges.ts';
import { cancel, cast, cmt, lst, ofr, orgOf, place, revoke } from '../../../support/domain-cast.ts';
import { beginning, day, hour, type DomainVenue } from '../../../support/domain-venue.ts';
import { does, given, inTurn, live, passes, until, wallet, type Step } from '../../../support/given.ts';
import { charging, paymentIn, reflectionEnds as ends } from '../../../support/payment-states.ts';

const { authenticateWithinMs, chargeRetryMs, chooseWithinMs, sepaReversibleMs } = policy;
const statusOf = (venue: DomainVenue) => venue.state.offers.commitments.get(cmt(1))?.status;
const olga = (): Step => inTurn(does(cast.olga, cancel()), passes(0));
/** Declined twice, and due a third time. */
const thirdAttempt = inTurn(
  charging,
  says('declined'),
  passes(chargeRetryMs[0]),
  says('declined', { attempt: 2 }),
  passes(chargeRetryMs[1]),
);

describe('a charge that is declined (CHG-4)', () => {
  it('is tried again after a day and after three more, and then has failed', () => {
    const { venue } = given(charging, says('declined'));
    expect(payment(venue)).to.include({
      status: 'declined',
      attempt: 1,
      waitsUntil: ends + chargeRetryMs[0],
    });
    venue.passTo(ends + chargeRetryMs[0] - 1);
    expect(payment(venue).status).to.equal('declined');
    venue.passTo(ends + chargeRetryMs[0]);
    expect(payment(venue)).to.include({ status: 'due', attempt: 2, intent: null, waitsUntil: null });
    says('declined', { attempt: 2 })(venue);
    venue.passTo(ends + chargeRetryMs[0] + chargeRetryMs[1] - 1);
    expect(payment(venue).status).to.equal('declined');
    venue.passTo(venue.now + 1);
    expect(payment(venue)).to.include({ status: 'due', attempt: 3 });
    sound(venue);
    says('declined', { attempt: 3 })(venue);
    expect(payment(venue)).to.include({ status: 'failed', waitsUntil: null });
    expect(statusOf(venue)).to.equal('capture_failed');
    sound(venue);
  });
  it('is captured at the third attempt as at the first', () => {
    const { venue } = given(thirdAttempt, says('succeeded', { attempt: 3 }), sound);
    expect(statusOf(venue)).to.equal('captured');
    expect(payment(venue).declined).to.equal(null);
  });
  it('lapses before the allotment, or is paid out of the wallet by then', () => {
    const failed = inTurn(charging, says('declined', { final: true }));
    const { venue } = given(failed, passes(60 * day), sound);
    expect(statusOf(venue)).to.equal('lapsed');
    expect(venue.state.payments.refunds.size).to.equal(0);
    const paid = given(failed, topsUp(150_000), passes(60 * day), sound).venue;
    expect(statusOf(paid)).to.equal('settled');
    expect(paid.state.payments.refunds.size).to.equal(0);
  });
  it('never takes what is promised elsewhere out of the wallet', () => {
    const other = live({
      who: cast.elsa,
      organisation: orgOf.elsa,
      listing: lst(2),
      facts: { closesAt: beginning + 90 * day },
    });
    const both = inTurn(withProvider, live(), other, topsUp(150_000), placeBy(cast.ines, 150));
    const failed = inTurn(
      both,
      until(ends),
      says('declined', { id: pay(2), final: true }),
      passes(chooseWithinMs),
    );
    // The day before the decision she promises €200 of her €1,500 to another offer.
    const promised = inTurn(failed, until(beginning + 29 * day), does(cast.ines, place(20, ofr(2))));
    expect(statusOf(given(promised, passes(2 * day), sound).venue)).to.equal('lapsed');
    expect(statusOf(given(failed, passes(60 * day), sound).venue)).to.equal('settled');
  });
  it('with a method that was removed is declined at once, and the payer has the time of the ladder', () => {
    const { venue } = given(
      withProvider,
      live(),
      placeBy(cast.ines, 150),
      does(cast.ines, { kind: 'payments.removeMethod', method: methodOf(cast.ines) }),
      until(ends),
      sound,
    );
    expect(payment(venue)).to.include({ status: 'declined', declined: 'method_removed', attempt: 1 });
    expect(venue.state.payments.calls.size).to.equal(0);
    venue.passTo(ends + 10 * day);
    expect(payment(venue)).to.include({ status: 'failed', attempt: 3 });
    expect(statusOf(venue)).to.equal('capture_failed');
    sound(venue);
  });
});

/** Money that reached the wallet by a bank transfer. */
const topsUp =
  (cents: number): Step =>
  (venue) => {
    const payments = venue.state.payments.payments.size;
    const id = `pay_${payments + 1}` as PaymentId;
    venue.fold({
      kind: 'payments.requested',
      payment: id,
      payer: cast.ines,
      purpose: { kind: 'funding', holder: cast.ines, transaction: `ccsbtxn_${id}` },
      method: null,
      amountCents: cents,
      at: venue.now,
    });
    says('succeeded', { id, feeCents: 0 })(venue);
  };

describe('paying again with another method (CHG-4)', () => {
  const declined = inTurn(charging, says('declined'));
  const retry = (method = methodOf(cast.ines, 'sepa_debit'), id = pay()) =>
    ({ kind: 'payments.retry', payment: id, method }) as const;

  it('is the next attempt at once', () => {
    const venue = given(declined).when(cast.ines, retry()).accepts();
    expect(payment(venue)).to.include({
      status: 'due',
      attempt: 2,
      method: methodOf(cast.ines, 'sepa_debit'),
      waitsUntil: null,
      intent: null,
    });
    venue.passTo(ends + 10 * day);
    expect(payment(venue).attempt, 'the timer of the attempt before is gone').to.equal(2);
  });
  it('of nothing, or of another’s: not_found', () => {
    given(declined)
      .when(cast.ines, retry(undefined, pay(9)))
      .refuses('not_found');
    given(declined)
      .when(cast.ivo, retry(methodOf(cast.ivo)))
      .refuses('not_found');
  });
  for (const status of Object.keys(paymentIn) as PaymentStatus[])
    if (status !== 'declined' && status !== 'method_needed')
      it(`that is ${status}: payment_closed`, () => {
        given(paymentIn[status]).when(cast.ines, retry()).refuses('payment_closed');
      });
  it('with a method of somebody else, or one that is gone: method_not_usable', () => {
    given(declined)
      .when(cast.ines, retry(methodOf(cast.ivo)))
      .refuses('method_not_usable');
    const gone = does(cast.ines, {
      kind: 'payments.removeMethod',
      method: methodOf(cast.ines, 'sepa_debit'),
    });
    given(declined, gone).when(cast.ines, retry()).refuses('method_not_usable');
  });
});

describe('a charge that its payer has to confirm (CHG-5)', () => {
  const asked = inTurn(charging, says('action_needed'));

  it('waits 72 hours for it, and is cancelled then', () => {
    const { venue } = given(asked);
    expect(authenticateWithinMs).to.equal(72 * hour);
    expect(payment(venue).waitsUntil).to.equal(ends + 72 * hour);
    venue.passTo(ends + 72 * hour - 1);
    expect(payment(venue).status).to.equal('action_needed');
    venue.passTo(ends + 72 * hour);
    expect(payment(venue).status).to.equal('cancelling');
    expect(statusOf(venue)).to.equal('charging');
    says('cancelled')(venue);
    expect([payment(venue).status, statusOf(venue)]).to.deep.equal(['cancelled', 'capture_failed']);
    sound(venue);
  });
  it('counts where it was confirmed in the last moment', () => {
    const { venue } = given(asked, passes(72 * hour), says('succeeded'), sound);
    expect([payment(venue).status, statusOf(venue)]).to.deep.equal(['succeeded', 'captured']);
  });
  it('has failed where the bank had refused it before it was cancelled', () => {
    const { venue } = given(asked, passes(72 * hour), says('declined'), sound);
    expect([payment(venue).status, statusOf(venue)]).to.deep.equal(['failed', 'capture_failed']);
  });
  it('goes on as any other once it is confirmed', () => {
    const { venue } = given(asked, says('processing'), passes(5 * day));
    expect(payment(venue)).to.include({ status: 'processing', waitsUntil: null });
    says('succeeded')(venue);
    expect(statusOf(venue)).to.equal('captured');
    sound(venue);
  });
});

describe('a charge that nobody wants any more (CHG-8)', () => {
  const renewed: Step = (venue) =>
    venue.fold({
      kind: 'commitments.renewed',
      commitment: cmt(1),
      until: (ends + 4 * day) as never,
      why: 'changed',
      disclosure: 'dis_1' as never,
      at: venue.now,
    });
  const ways: Readonly<Record<string, Step>> = {
    'its commitment was revoked': inTurn(renewed, does(cast.ines, revoke())),
    'its offer was cancelled': olga(),
  };
  for (const [why, step] of Object.entries(ways)) {
    const after = why.includes('revoked') ? 'revoked' : 'released';
    for (const status of ['due', 'processing', 'action_needed'] as const)
      it(`because ${why} while ${status}: is cancelled`, () => {
        const { venue } = given(paymentIn[status], step, sound);
        expect([payment(venue).status, statusOf(venue)]).to.deep.equal(['cancelling', after]);
        says('cancelled')(venue);
        expect([payment(venue).status, statusOf(venue)]).to.deep.equal(['cancelled', after]);
        expect(atProvider(venue)).to.equal(0);
        sound(venue);
      });
    it(`because ${why} while declined: is over`, () => {
      const { venue } = given(paymentIn.declined, step, sound);
      expect([payment(venue).status, statusOf(venue)]).to.deep.equal(['cancelled', after]);
    });
    it(`because ${why}, and goes through all the same: goes back in full`, () => {
      const { venue } = given(paymentIn.due, step, says('processing'), says('succeeded'), sound);
      expect(statusOf(venue)).to.equal(after);
      expect(wallet(venue, cast.ines)).to.deep.equal({ available: 0, held: 150_000 });
      const [refund] = venue.state.payments.refunds.values();
      expect(refund).to.include({ status: 'due', amountCents: 150_000 });
    });
    it(`because ${why}, and is declined after that: is over, without another attempt`, () => {
      const { venue } = given(paymentIn.due, step, says('processing'), says('declined'), sound);
      expect([payment(venue).status, statusOf(venue)]).to.deep.equal(['cancelled', after]);
    });
    it(`because ${why} when the money is there: goes back in full`, () => {
      const { venue } = given(paymentIn.succeeded, step, sound);
      expect(statusOf(venue)).to.equal(after);
      const [refund] = venue.state.payments.refunds.values();
      expect(refund).to.include({ status: 'due', amountCents: 150_000 });
    });
  }
});

describe('a debit (CHG-9)', () => {
  const debit = inTurn(
    withProvider,
    live(),
    placeBy(cast.ines, 150, 'sepa_debit'),
    until(ends),
    says('processing'),
  );

  it('can be taken back for eight weeks from its success', () => {
    const { venue } = given(debit, passes(5 * day), says('succeeded'));
    expect(payment(venue).reversibleUntil).to.equal(ends + 5 * day + 56 * day);
    expect(sepaReversibleMs).to.equal(56 * day);
  });
  it('of a card cannot', () => {
    expect(payment(given(charging, says('succeeded')).venue).reversibleUntil).to.equal(null);
  });
});
