import { expect } from 'chai';
import type { CommitmentView } from '@piazza/shared/contract';
import { castOf, type Cast } from '../support/cast.ts';
import { published } from '../support/listings.ts';
import { commitBy, daysPass, leaves, numbers, openShop } from '../support/payers.ts';
import type { PaidVenue } from '../support/paid-venue.ts';

const mostDays = 14;

describe('Paying by another method after a refusal for good', () => {
  let shop: PaidVenue;
  let cast: Cast;
  let commitment: CommitmentView;

  before(async () => {
    shop = await openShop();
    cast = await castOf(shop);
    const { offerId } = await published(cast);
    const account = await leaves(shop, cast.ines, 'sepa_debit', numbers.failsLate);
    commitment = await commitBy(cast.ines, offerId, 50, account);
  });
  after(() => shop.close());

  const payment = async () => {
    const params = { commitmentId: commitment.id };
    const found = (await cast.ines.api.call('payments.ofCommitment', { params })).payment;
    if (found === null) throw new Error('nothing was charged');
    return found;
  };

  it('CHG-13: is offered when the debit has failed for good, with the time there is', async () => {
    for (let day = 0; day < mostDays; day += 1) {
      await daysPass(shop, cast, 1);
      const params = { commitmentId: commitment.id };
      const found = (await cast.ines.api.call('payments.ofCommitment', { params })).payment;
      if (found?.status === 'method_needed') break;
    }
    const { status, waitsUntil, attempt } = await payment();
    expect({ status, attempt }).to.deep.equal({ status: 'method_needed', attempt: 1 });
    expect(waitsUntil).to.be.above(0);
    const { underway } = await cast.ines.api.call('payments.overview');
    expect(underway.map(({ id }) => id)).to.include((await payment()).id);
    const { items } = await cast.ines.api.call('me.notices', { query: {} });
    expect(items.map(({ kind }) => kind)).to.include('payment_method_needed');
    const failed = await cast.olga.api.call('payments.desk', { query: { kind: 'failed' } });
    expect(failed.items.map((one) => one.status)).to.deep.equal(['method_needed']);
  });

  it('CHG-13: is charged once, by the card that was added then, and the debit never any more', async () => {
    const card = await leaves(shop, cast.ines, 'card', numbers.card);
    const { id: paymentId } = await payment();
    const before = shop.venue.exchange.peek(({ payments }) => payments.payments.get(paymentId)?.intent);
    await cast.ines.api.call('payments.retry', { params: { paymentId }, body: { methodId: card } });
    await shop.settled();
    const { status, attempt, method } = await payment();
    expect({ status, attempt, method: method?.id }).to.deep.equal({
      status: 'succeeded',
      attempt: 2,
      method: card,
    });
    const provider = shop.venue.payments?.provider;
    expect((await provider?.readCharge(before ?? ''))?.status, 'the attempt before').to.equal('cancelled');
    expect(shop.standin.control.state('payment').doubles).to.deep.equal([]);
    shop.standin.control.audit();
    await shop.venue.payments?.reconcile();
    const last = shop.venue.exchange.peek(({ payments }) => payments.reconciliations.at(-1));
    expect(last?.hereCents).to.equal(last?.thereCents);
  });
});
