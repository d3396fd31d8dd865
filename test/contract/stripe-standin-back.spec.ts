import { expect } from 'chai';
import type Stripe from 'stripe';
import { chargeOff, day, openProvider, type Provider } from '../support/stripe-standin.ts';
import { idOf } from '../../scripts/stripe-standin/shelf.ts';

describe('the stand-in of Stripe: refunds and disputes', () => {
  let provider: Provider;
  let stripe: Stripe;
  beforeEach(async () => {
    provider = await openProvider();
    ({ stripe } = provider);
    provider.standin.control.topUp(100_000);
  });
  afterEach(() => provider.close());

  const available = async (): Promise<number> => (await stripe.balance.retrieve()).available[0]?.amount ?? 0;

  it('refunds parts, never more than was charged', async () => {
    const { id } = await chargeOff(provider, await provider.payer(), 10_000);
    const part = await stripe.refunds.create({ payment_intent: id, amount: 4000, metadata: { why: 'late' } });
    expect(part).to.include({ status: 'succeeded', amount: 4000, payment_intent: id });
    const entry = await stripe.balanceTransactions.retrieve(idOf(part.balance_transaction));
    expect(entry).to.include({ type: 'refund', amount: -4000, fee: 0, net: -4000, source: part.id });
    const tooMuch = await provider.refusal(stripe.refunds.create({ payment_intent: id, amount: 6001 }));
    expect(tooMuch.code).to.equal('charge_invalid_parameter');
    const rest = await stripe.refunds.create({ payment_intent: id });
    expect(rest.amount).to.equal(6000);
    const nothing = await provider.refusal(stripe.refunds.create({ payment_intent: id }));
    expect(nothing.code).to.equal('charge_already_refunded');
    const charge = await stripe.charges.retrieve(idOf(part.charge));
    expect(charge).to.include({ refunded: true, amount_refunded: 10_000 });
    expect((await stripe.refunds.list({ payment_intent: id })).data).to.have.length(2);
  });

  it('keeps a refund waiting until the balance covers it', async () => {
    const { id } = await chargeOff(provider, await provider.payer(), 300_000);
    const refund = await stripe.refunds.create({ payment_intent: id });
    expect(refund).to.include({ status: 'pending', pending_reason: 'insufficient_funds' });
    expect(refund.balance_transaction).to.equal(null);
    provider.standin.control.advance(3 * day + 3601);
    expect(await stripe.refunds.retrieve(refund.id)).to.include({ status: 'succeeded' });
    expect(await available()).to.equal(100_000 - 4525);
  });

  it('pays a waiting refund as soon as money comes in', async () => {
    const { id } = await chargeOff(provider, await provider.payer(), 300_000);
    const refund = await stripe.refunds.create({ payment_intent: id });
    await stripe.topups.create({ amount: 150_000, currency: 'eur' });
    expect((await stripe.refunds.retrieve(refund.id)).status).to.equal('pending');
    provider.standin.control.topUp(50_000);
    expect((await stripe.refunds.retrieve(refund.id)).status).to.equal('succeeded');
    expect(await available()).to.equal(0);
  });

  it('lets a refund fail afterwards: the money comes back, and can be refunded again', async () => {
    const { id } = await chargeOff(provider, await provider.payer('4000000000005126'), 10_000);
    const refund = await stripe.refunds.create({ payment_intent: id });
    expect(refund.status).to.equal('succeeded');
    provider.standin.control.advance(5 * day + 1);
    const failed = await stripe.refunds.retrieve(refund.id);
    expect(failed).to.include({ status: 'failed', failure_reason: 'expired_or_canceled_card' });
    const entry = await stripe.balanceTransactions.retrieve(idOf(failed.failure_balance_transaction));
    expect(entry).to.include({ type: 'refund_failure', amount: 10_000 });
    expect((await stripe.charges.retrieve(idOf(refund.charge))).amount_refunded).to.equal(0);
  });

  it('lets a refund and those of debits take days', async () => {
    const card = await chargeOff(provider, await provider.payer('4000000000007726'), 10_000);
    const debit = await chargeOff(provider, await provider.payer('IT40S0542811101000000123456'), 20_000);
    const early = await provider.refusal(stripe.refunds.create({ payment_intent: debit.id }));
    expect(early.code).to.equal('charge_not_refundable');
    provider.standin.control.advance(5 * day + 1);
    const refunds = [
      await stripe.refunds.create({ payment_intent: card.id }),
      await stripe.refunds.create({ payment_intent: debit.id }),
    ];
    expect(refunds.map(({ status }) => status)).to.deep.equal(['pending', 'pending']);
    provider.standin.control.advance(5 * day + 1);
    for (const { id } of refunds) expect((await stripe.refunds.retrieve(id)).status).to.equal('succeeded');
    const types = (await stripe.balanceTransactions.list({ type: 'payment_refund' })).data;
    expect(types.map(({ source }) => source)).to.deep.equal([refunds[1]?.id]);
  });

  it('opens a dispute for the cards that do so: the money and a fee go at once', async () => {
    const { id } = await chargeOff(provider, await provider.payer('4000000000000259'), 10_000);
    provider.standin.control.advance(2);
    const [dispute] = (await stripe.disputes.list({ payment_intent: id })).data;
    expect(dispute).to.include({ status: 'needs_response', reason: 'fraudulent', amount: 10_000 });
    expect(dispute?.balance_transactions[0]).to.include({ type: 'adjustment', net: -12_000, fee: 2000 });
    const refunded = await provider.refusal(stripe.refunds.create({ payment_intent: id }));
    expect(refunded.code).to.equal('charge_disputed');
    expect(await available()).to.equal(88_000);
  });

  it('gives the money back when a dispute is won, the fee not', async () => {
    const { id } = await chargeOff(provider, await provider.payer(), 10_000);
    const dispute = provider.standin.control.dispute(id, 'product_not_received');
    const answered = await stripe.disputes.update(dispute.id, {
      evidence: { uncategorized_text: 'winning_evidence' },
    });
    expect(answered.status).to.equal('under_review');
    provider.standin.control.advance(2);
    const won = await stripe.disputes.retrieve(dispute.id);
    expect(won.status).to.equal('won');
    expect(won.balance_transactions.map(({ net }) => net)).to.deep.equal([-12_000, 10_000]);
    expect(await available()).to.equal(98_000);
  });

  it('loses a dispute that is given up, or not answered in time', async () => {
    const payer = await provider.payer();
    const [one, other] = [await chargeOff(provider, payer, 5000), await chargeOff(provider, payer, 6000)];
    const given = provider.standin.control.dispute(one.id);
    expect((await stripe.disputes.close(given.id)).status).to.equal('lost');
    expect(() => provider.standin.control.decide(given.id, true)).to.throw('lost already');
    const silent = provider.standin.control.dispute(other.id);
    provider.standin.control.advance(7 * day + 1);
    expect((await stripe.disputes.retrieve(silent.id)).status).to.equal('lost');
    expect(() => provider.standin.control.dispute(other.id)).to.throw('disputed already');
  });
});
