import { policy } from '@piazza/shared/policy';
import { endOfRomeDay } from '@piazza/shared/values';
import { expect } from 'chai';
import { evolve, initialVenue } from '../../../../server/src/domain/venue/index.ts';
import { canonicalJson } from '../../../../server/src/kernel/canonical.ts';
import { pickTasks } from '../../../../server/src/payments/tasks.ts';
import { methodOf, pay, payment, placeBy, says, sound, withProvider } from '../../../support/charges.ts';
import { cancel, cast, cmt, facts, ofr } from '../../../support/domain-cast.ts';
import { day, hour, minute, type DomainVenue } from '../../../support/domain-venue.ts';
import { does, given, inTurn, live, passes, until, type Step } from '../../../support/given.ts';
import { charging, reflectionEnds as ends } from '../../../support/payment-states.ts';

const { chargeAttemptsMost, chargeAwaitMs, chargeRetryMs, chooseWithinMs } = policy;
const statusOf = (venue: DomainVenue, n = 1) => venue.state.offers.commitments.get(cmt(n))?.status;
const offerOf = (venue: DomainVenue) => venue.state.offers.offers.get(ofr(1))!;
const sepa = methodOf(cast.ines, 'sepa_debit');
const retry = (method = sepa, id = pay()) => ({ kind: 'payments.retry', payment: id, method }) as const;
const chooses = (method = sepa, id = pay()): Step => does(cast.ines, retry(method, id));
const stolen = (attempt = 1, id = pay()): Step =>
  says('declined', { id, attempt, final: true, declined: 'stolen_card' });
const refused = inTurn(charging, stolen());

describe('a charge that is refused for good (CHG-13)', () => {
  it('waits 72 hours for another method, and has failed then', () => {
    const { venue } = given(refused, sound);
    expect(chooseWithinMs).to.equal(72 * hour);
    expect(payment(venue)).to.include({
      status: 'method_needed',
      declined: 'stolen_card',
      waitsUntil: ends + chooseWithinMs,
    });
    expect(statusOf(venue)).to.equal('charging');
    expect(venue.state.payments.calls.size, 'nothing is asked of the provider').to.equal(0);
    venue.passTo(ends + chooseWithinMs - 1);
    expect(payment(venue).status).to.equal('method_needed');
    venue.passTo(ends + chooseWithinMs);
    expect(payment(venue)).to.include({ status: 'failed', waitsUntil: null, attempt: 1 });
    expect(statusOf(venue)).to.equal('capture_failed');
    sound(venue);
  });
  it('is charged by the chosen method as a new attempt, at once', () => {
    const { venue } = given(refused, passes(hour), chooses(), sound);
    expect(payment(venue)).to.include({
      status: 'due',
      attempt: 2,
      method: sepa,
      waitsUntil: null,
      intent: null,
      former: 'pi_pay_1_1',
    });
    expect([...venue.state.payments.calls.keys()]).to.deep.equal([pay()]);
    says('succeeded', { attempt: 2 })(venue);
    expect([payment(venue).status, statusOf(venue)]).to.deep.equal(['succeeded', 'captured']);
    venue.passTo(ends + 2 * chooseWithinMs);
    expect(payment(venue).status, 'the deadline is gone').to.equal('succeeded');
    sound(venue);
  });
  it('asks the provider under a key of its own, and to let go of the attempt before', () => {
    const { venue } = given(refused, chooses());
    venue.fold({ kind: 'payments.customer_linked', holder: cast.ines, customer: 'cus_ines' });
    const { payments } = venue.state;
    const [task] = pickTasks(payments, { isFree: () => true, most: 8, now: venue.now, asked: [] });
    expect(task).to.include({ kind: 'charge', lock: pay(), attempt: 2, former: 'pi_pay_1_1' });
  });
  it('takes nothing that is said of the attempt before', () => {
    const { venue, when } = given(refused, chooses());
    for (const status of ['succeeded', 'declined', 'processing'] as const)
      when('venue', {
        kind: 'payments.charged',
        payment: pay(),
        attempt: 1,
        report: { intent: 'pi_old', status, charge: 'ch_old', feeCents: 40, declined: null, final: true },
      }).yields();
    expect(payment(venue)).to.include({ status: 'due', attempt: 2 });
  });
  it('is not charged by the method that was refused', () => {
    given(refused)
      .when(cast.ines, retry(methodOf(cast.ines)))
      .refuses('method_not_usable');
  });
  it('lets go of the method that was refused', () => {
    const gone = { kind: 'payments.removeMethod', method: methodOf(cast.ines) } as const;
    const { venue } = given(refused, does(cast.ines, gone), sound);
    expect(payment(venue).status).to.equal('method_needed');
    given(refused, chooses())
      .when(cast.ines, { ...gone, method: sepa })
      .refuses('method_in_use');
  });
  it('of another’s is not found; with another’s method cannot be paid', () => {
    given(refused)
      .when(cast.ivo, retry(methodOf(cast.ivo)))
      .refuses('not_found');
    given(refused)
      .when(cast.ines, retry(methodOf(cast.ivo)))
      .refuses('method_not_usable');
  });
  it('has the same deadline when the next one is refused for good as well', () => {
    const { venue } = given(refused, passes(70 * hour), chooses(), stolen(2), sound);
    expect(payment(venue)).to.include({ status: 'method_needed', waitsUntil: ends + chooseWithinMs });
    venue.passTo(ends + chooseWithinMs);
    expect(payment(venue)).to.include({ status: 'failed', attempt: 2 });
  });
  it('has failed at once when the next one is refused after the deadline', () => {
    const slow = inTurn(refused, chooses(), says('processing', { attempt: 2 }), passes(5 * day));
    const { venue } = given(slow, stolen(2), sound);
    expect([payment(venue).status, statusOf(venue)]).to.deep.equal(['failed', 'capture_failed']);
  });
  it('goes up the ladder when the next one is declined, but not for good', () => {
    const { venue } = given(refused, chooses(), says('declined', { attempt: 2 }), sound);
    expect(payment(venue)).to.include({ status: 'declined', waitsUntil: ends + chargeRetryMs[1] });
  });
  it('leaves the time there is when the ladder has ended before', () => {
    const third = inTurn(refused, chooses(), stolen(2), chooses(methodOf(cast.ines)));
    const { venue } = given(third, says('declined', { attempt: 3 }), sound);
    expect(payment(venue)).to.include({ status: 'method_needed', waitsUntil: ends + chooseWithinMs });
  });
  it(`has failed after ${chargeAttemptsMost} attempts: nobody tries cards out`, () => {
    const { venue } = given(refused);
    for (let attempt = 2; attempt <= chargeAttemptsMost; attempt += 1) {
      expect(payment(venue).status).to.equal('method_needed');
      chooses(attempt % 2 === 0 ? sepa : methodOf(cast.ines))(venue);
      stolen(attempt)(venue);
    }
    expect([payment(venue).status, statusOf(venue)]).to.deep.equal(['failed', 'capture_failed']);
    sound(venue);
  });
  it('that nobody wants any more is over', () => {
    const { venue } = given(refused, does(cast.olga, cancel()), passes(0), sound);
    expect([payment(venue).status, statusOf(venue)]).to.deep.equal(['cancelled', 'released']);
  });
  it('is the same when its events alone are folded again', () => {
    const { venue } = given(refused, chooses(), stolen(2));
    const again = initialVenue();
    for (const event of JSON.parse(JSON.stringify(venue.journal)) as typeof venue.journal)
      evolve(again, event);
    expect(canonicalJson(again)).to.equal(canonicalJson(venue.state));
  });
});

describe('the decision of an offer, and who may still choose a method (CHG-13)', () => {
  const closesAt = facts().closesAt!;
  const late = endOfRomeDay((closesAt - day) as never, 4);
  /** Sofia has paid, whose money alone makes the soft cap; Ines has committed on the last day. */
  const closing = inTurn(
    withProvider,
    live(),
    placeBy(cast.sofia, 120),
    says('succeeded'),
    until(closesAt - day),
    placeBy(cast.ines, 100),
  );
  const second = pay(2);

  it('waits a day for who is refused when it is due, and no longer', () => {
    const { venue } = given(closing, until(late + minute), stolen(1, second), sound);
    expect(payment(venue, second)).to.include({
      status: 'method_needed',
      waitsUntil: late + minute + chargeAwaitMs,
    });
    venue.passTo(late + minute + chargeAwaitMs);
    expect(payment(venue, second).status).to.equal('failed');
    venue.passTo(venue.now);
    expect(offerOf(venue)).to.include({ status: 'funded', committedCents: 120_000 });
    expect(statusOf(venue, 2)).to.equal('lapsed');
    sound(venue);
  });
  it('counts who has chosen another method meanwhile', () => {
    const { venue } = given(closing, until(late + minute), stolen(1, second), passes(hour));
    chooses(sepa, second)(venue);
    says('succeeded', { id: second, attempt: 2 })(venue);
    venue.passTo(venue.now);
    expect(offerOf(venue)).to.include({ status: 'funded', committedCents: 220_000 });
    sound(venue);
  });
  it('is the end of the time to choose where it comes before', () => {
    const both = inTurn(
      withProvider,
      live(),
      until(closesAt - 3 * day),
      placeBy(cast.ines, 150),
      until(closesAt - day),
      placeBy(cast.ivo, 100),
    );
    const early = endOfRomeDay((closesAt - 3 * day) as never, 4);
    const { venue } = given(both, until(early + hour), stolen(), sound);
    expect(offerOf(venue).plannedAt).to.equal(late);
    expect(late - early).to.be.below(chooseWithinMs);
    expect(payment(venue).waitsUntil).to.equal(late);
  });
});
