import { policy } from '@piazza/shared/policy';
import { endOfRomeDay } from '@piazza/shared/values';
import { expect } from 'chai';
import { methodOf, pay, payment, placeBy, says, sound, withProvider } from '../../../support/charges.ts';
import { cancel, cast, cmt, facts, ofr, place, revoke } from '../../../support/domain-cast.ts';
import { day, hour, type DomainVenue } from '../../../support/domain-venue.ts';
import { does, funded, given, inTurn, live, passes, until, type Step } from '../../../support/given.ts';

const closesAt = facts().closesAt!;
const late = closesAt - day;
const ends = endOfRomeDay(late as never, 4);
const offerOf = (venue: DomainVenue) => venue.state.offers.offers.get(ofr(1))!;
const statusOf = (venue: DomainVenue, n = 1) => venue.state.offers.commitments.get(cmt(n))!.status;
const { chargeAwaitMs, chargeRetryMs } = policy;

/** Sofia has paid, whose money alone makes the soft cap; Ines has committed on the last day. */
const closing = inTurn(
  withProvider,
  live(),
  placeBy(cast.sofia, 120),
  says('succeeded'),
  until(late),
  placeBy(cast.ines, 100),
  until(ends - 1),
);
const second = { id: pay(2) };

describe('the decision of an offer (CHG-7)', () => {
  it('waits for the last charge, and follows it at once', () => {
    const { venue } = given(closing);
    expect(offerOf(venue)).to.include({ status: 'closing', decisionAt: ends, charging: 0 });
    venue.passTo(ends);
    expect(offerOf(venue)).to.include({
      status: 'closing',
      charging: 1,
      decisionAt: ends + chargeAwaitMs,
      plannedAt: ends,
    });
    venue.passTo(ends + hour);
    says('succeeded', second)(venue);
    expect(offerOf(venue)).to.include({ charging: 0, decisionAt: ends + hour });
    venue.passTo(venue.now);
    expect(offerOf(venue).status).to.equal('funded');
    expect([statusOf(venue), statusOf(venue, 2)]).to.deep.equal(['settled', 'settled']);
    sound(venue);
  });
  it('waits for every one of them, not for the first that comes to its end', () => {
    const two = inTurn(withProvider, live(), until(late), placeBy(cast.sofia, 120), says('succeeded'));
    const both = inTurn(two, placeBy(cast.ines, 100), placeBy(cast.ivo, 100), until(ends + hour));
    const { venue } = given(both, says('succeeded', second), sound);
    expect(offerOf(venue)).to.include({ status: 'closing', charging: 1, decisionAt: ends + chargeAwaitMs });
    says('succeeded', { id: pay(3) })(venue);
    expect(offerOf(venue)).to.include({ charging: 0, decisionAt: ends + hour });
  });
  it('waits as long as nobody says anything', () => {
    const { venue } = given(closing, until(ends + 40 * day), sound);
    expect(offerOf(venue)).to.include({ status: 'closing', charging: 1, decisionAt: ends + 41 * day });
  });
  it('waits as long as the payer or the next attempt has', () => {
    const { venue } = given(closing, until(ends));
    says('declined', second)(venue);
    venue.passTo(ends + chargeRetryMs[0]);
    says('declined', { ...second, attempt: 2 })(venue);
    venue.passTo(ends + 2 * chargeAwaitMs);
    expect(offerOf(venue).decisionAt).to.equal(ends + chargeRetryMs[0] + chargeRetryMs[1]);
    sound(venue);
  });
  it('is taken without what finally failed', () => {
    const { venue } = given(
      closing,
      until(ends + hour),
      says('declined', { ...second, final: true }),
      passes(chargeAwaitMs),
      passes(0),
    );
    expect(offerOf(venue)).to.include({ status: 'funded', committedCents: 120_000 });
    expect(statusOf(venue, 2)).to.equal('lapsed');
    sound(venue);
  });
  it('is taken at its own time where the charge came to its end before', () => {
    const early = inTurn(withProvider, live(), placeBy(cast.sofia, 120), passes(hour), says('succeeded'));
    const { venue } = given(early, until(closesAt - 1));
    expect(offerOf(venue)).to.include({ status: 'open', decisionAt: null });
    venue.passTo(closesAt);
    expect(offerOf(venue).status).to.equal('funded');
  });
  it('is never brought forward before its own time', () => {
    const both = inTurn(
      withProvider,
      live(),
      until(late),
      placeBy(cast.sofia, 120),
      placeBy(cast.ines, 100),
      until(closesAt + hour),
      says('succeeded'),
    );
    const { venue } = given(both, sound);
    expect(offerOf(venue)).to.include({ status: 'closing', decisionAt: ends, plannedAt: ends });
  });
  it('follows a revocation that ends the last charge', () => {
    const renewed: Step = (venue) =>
      venue.fold({
        kind: 'commitments.renewed',
        commitment: cmt(2),
        until: (ends + 2 * day) as never,
        why: 'changed',
        disclosure: 'dis_1' as never,
        at: venue.now,
      });
    const { venue } = given(
      closing,
      until(ends),
      renewed,
      passes(hour),
      does(cast.ines, revoke(cmt(2))),
      passes(0),
    );
    expect(offerOf(venue).status).to.equal('funded');
    expect(payment(venue, pay(2)).status).to.equal('cancelling');
    sound(venue);
  });
  it('is off where the offer is cancelled while it waits', () => {
    const { venue } = given(closing, until(ends), does(cast.olga, cancel()), passes(60 * day), sound);
    expect(offerOf(venue)).to.include({ status: 'cancelled', charging: 0 });
    expect([statusOf(venue), statusOf(venue, 2)]).to.deep.equal(['released', 'released']);
    const [refund] = venue.state.payments.refunds.values();
    expect(refund).to.include({ payment: pay(), amountCents: 120_000, status: 'due' });
  });
});

describe('a charge (CHG-3)', () => {
  it('is not even asked for where a closed offer cannot reach its soft cap any more', () => {
    const poor = inTurn(withProvider, live(), until(late), placeBy(cast.ines, 20), until(ends));
    const { venue } = given(poor);
    expect(venue.state.payments.payments.size).to.equal(0);
    expect(statusOf(venue)).to.equal('released');
    venue.passTo(venue.now + day);
    expect(offerOf(venue).status).to.equal('failed');
    sound(venue);
  });
  it('is where it can', () => {
    const enough = inTurn(withProvider, live(), until(late), placeBy(cast.ines, 100), until(ends));
    expect(statusOf(given(enough).venue)).to.equal('charging');
  });
  it('of a pledge that was given up before is never made', () => {
    const steps = [withProvider, live(), placeBy(cast.ines, 100)];
    const { venue } = given(...steps, does(cast.olga, cancel()), passes(60 * day), sound);
    expect(venue.state.payments.payments.size).to.equal(0);
    expect(statusOf(venue)).to.equal('released');
    const revoked = given(...steps, does(cast.ines, revoke()), passes(60 * day)).venue;
    expect(revoked.state.payments.payments.size).to.equal(0);
  });
  it('of a sophisticated investor is asked for at once', () => {
    const { venue } = given(withProvider, live(), placeBy(cast.sofia, 100));
    expect(venue.state.offers.commitments.get(cmt(1))!.timeline.map(({ step }) => step)).to.deep.equal([
      'pledged',
      'charging',
    ]);
  });
});

describe('a commitment with a method (CHG-2)', () => {
  const offered = inTurn(withProvider, live({ facts: { hardCap: 5_000_000 } }));
  const by = (units: number, method = methodOf(cast.sofia)) => ({ ...place(units), method });

  it('needs no money in the wallet', () => {
    given(offered).when(cast.sofia, by(100)).accepts();
    given(offered).when(cast.sofia, place(100)).refuses('insufficient_funds');
    given(offered)
      .when(cast.sofia, { ...place(100), method: null })
      .refuses('insufficient_funds');
  });
  it('does not count against what the wallet may still promise', () => {
    given(offered, funded(100_000), placeBy(cast.ines, 100)).when(cast.ines, place(100)).accepts();
  });
  it('is refused on a venue of play money: payments_off', () => {
    given(live(), funded(1_000_000)).when(cast.sofia, by(100)).refuses('payments_off');
  });
  it('is refused with a method of somebody else, or none, or one that is gone: method_not_usable', () => {
    given(offered)
      .when(cast.sofia, by(100, methodOf(cast.ines)))
      .refuses('method_not_usable');
    given(offered)
      .when(cast.sofia, by(100, 'mth_none' as never))
      .refuses('method_not_usable');
    const gone = does(cast.sofia, { kind: 'payments.removeMethod', method: methodOf(cast.sofia) });
    given(offered, gone).when(cast.sofia, by(100)).refuses('method_not_usable');
  });
  for (const [kind, most] of [
    ['card', policy.cardMostCents],
    ['sepa_debit', policy.sepaMostCents],
  ] as const)
    it(`is refused above ${most} cents by ${kind}, and not at that: method_limit`, () => {
      const method = methodOf(cast.sofia, kind);
      given(offered)
        .when(cast.sofia, by(most / 1_000, method))
        .accepts();
      given(offered)
        .when(cast.sofia, by(most / 1_000 + 10, method))
        .refuses('method_limit', { limitCents: most });
    });
  it('is asked everything else first', () => {
    given(offered)
      .when(cast.sofia, by(15, methodOf(cast.ines)))
      .refuses('not_a_lot');
  });
});
