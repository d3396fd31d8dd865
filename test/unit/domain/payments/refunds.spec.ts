import { endOfRomeDay } from '@piazza/shared/values';
import { expect } from 'chai';
import type { RefundReport, RefundStatus } from '../../../../server/src/domain/payments/index.ts';
import {
  atProvider,
  payment,
  placeBy,
  refundReport,
  refunds,
  rfd,
  says,
  sound,
  withProvider,
} from '../../../support/charges.ts';
import { cancel, cast, cmt, ofr, place } from '../../../support/domain-cast.ts';
import { beginning, day } from '../../../support/domain-venue.ts';
import { does, given, inTurn, live, passes, until, wallet, type Step } from '../../../support/given.ts';

const ends = endOfRomeDay(beginning, 4);
const paid = inTurn(withProvider, live(), placeBy(cast.ines, 150), until(ends), says('succeeded'));
const cancelled = inTurn(paid, does(cast.olga, cancel()), passes(0));

const refundIn: Readonly<Record<RefundStatus, Step>> = {
  due: cancelled,
  pending: inTurn(cancelled, refunds('pending')),
  succeeded: inTurn(cancelled, refunds('succeeded')),
  failed: inTurn(cancelled, refunds('failed')),
};
const sayings: readonly RefundReport['status'][] = ['pending', 'succeeded', 'failed'];
const follows: Readonly<Record<RefundStatus, readonly string[]>> = {
  due: sayings,
  pending: ['succeeded', 'failed'],
  succeeded: ['failed'],
  failed: [],
};

describe('money that goes back the way it came (CHG-8)', () => {
  for (const from of Object.keys(refundIn) as RefundStatus[])
    for (const said of sayings)
      it(`${from}, told ${said}: ${follows[from].includes(said) ? said : 'nothing'}`, () => {
        const { venue, when } = given(refundIn[from]);
        expect(venue.state.payments.refunds.get(rfd())?.status).to.equal(from);
        const outcome = when('venue', refundReport(said));
        if (!follows[from].includes(said)) {
          outcome.yields();
          return;
        }
        outcome.accepts();
        expect(venue.state.payments.refunds.get(rfd())?.status).to.equal(said);
        when('venue', refundReport(said)).yields();
        // Held, at the provider, or free: never twice, never nowhere.
        const free = said === 'failed' ? 150_000 : 0;
        expect(wallet(venue, cast.ines)).to.deep.equal({ available: free, held: 0 });
        expect(atProvider(venue)).to.equal(free - 40);
        expect(payment(venue).refundedCents).to.equal(150_000 - free);
      });
  it('of no refund: not_found', () => {
    given(paid).when('venue', refundReport('succeeded')).refuses('not_found');
  });
  it('is held while nobody has taken it', () => {
    const { venue } = given(cancelled, sound);
    expect(wallet(venue, cast.ines)).to.deep.equal({ available: 0, held: 150_000 });
    expect([...venue.state.payments.calls.keys()]).to.deep.equal([rfd()]);
    expect(venue.state.offers.commitments.get(cmt(1))?.status).to.equal('released');
  });
  it('books what the provider takes for it, and what it gives back of its fee', () => {
    const { venue } = given(cancelled, refunds('succeeded', rfd(), 25), sound);
    expect(atProvider(venue)).to.equal(-40 - 25);
    const { venue: other } = given(cancelled, refunds('succeeded', rfd(), -40), sound);
    expect(atProvider(other)).to.equal(0);
  });
  it('of what the balance paid is free in the wallet, and nothing is sent anywhere', () => {
    const own: Step = (venue) =>
      venue.fold({
        kind: 'ledger.posted',
        from: 'outside:EUR',
        to: 'cash:per_ivo',
        asset: 'EUR',
        amount: 150_000,
        reason: 'funding',
        subject: {},
      });
    const { venue } = given(
      paid,
      own,
      does(cast.ivo, place(150)),
      passes(10 * day),
      does(cast.olga, cancel()),
    );
    venue.passTo(venue.now);
    expect(wallet(venue, cast.ivo)).to.deep.equal({ available: 150_000, held: 0 });
    expect(venue.state.payments.refunds.size).to.equal(1);
  });
  it('after an allotment is the part that was cut, and the venue owes nobody a cent', () => {
    const scarce = inTurn(
      withProvider,
      live({ facts: { hardCap: 200_000 } }),
      placeBy(cast.ines, 150),
      placeBy(cast.ivo, 110),
      until(ends),
      says('succeeded'),
      says('succeeded', { id: 'pay_2' as never }),
      passes(60 * day),
      sound,
    );
    const { venue } = given(scarce);
    const of = (n: number) => venue.state.offers.commitments.get(cmt(n))!;
    for (const n of [1, 2])
      expect(venue.state.payments.refunds.get(rfd(n))?.amountCents, `of ${n}`).to.equal(
        of(n).amountCents - of(n).allottedUnits * 1_000,
      );
    expect(venue.state.offers.offers.get(ofr(1))?.proceedsCents).to.equal(200_000);
    for (const n of [1, 2]) refunds('succeeded', rfd(n))(venue);
    sound(venue);
    expect(atProvider(venue)).to.equal(200_000 - 80);
  });
});
