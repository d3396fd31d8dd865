import { expect } from 'chai';
import type Stripe from 'stripe';
import { chargeOff, day, openProvider, submit, type Provider } from '../support/stripe-standin.ts';
import { idOf } from '../../scripts/stripe-standin/shelf.ts';

const onboarding = {
  action: 'submit',
  organisation: 'Cooperativa',
  representative: 'Ada',
  iban: 'IT40S0542811101000000123456',
  terms: 'yes',
};

describe('the stand-in of Stripe: connected accounts, transfers and payouts', () => {
  let provider: Provider;
  let stripe: Stripe;
  beforeEach(async () => {
    provider = await openProvider();
    ({ stripe } = provider);
  });
  afterEach(() => provider.close());

  const open = (): Promise<Stripe.Account> =>
    stripe.accounts.create({
      type: 'express',
      country: 'IT',
      email: 'issuer@example.org',
      capabilities: { transfers: { requested: true } },
      metadata: { issuer: 'i1' },
    });
  const link = (account: string): Promise<Stripe.AccountLink> =>
    stripe.accountLinks.create({
      account,
      type: 'account_onboarding',
      return_url: 'http://venue.example/back',
      refresh_url: 'http://venue.example/again',
    });
  const send = (destination: string, amount: number, more: Partial<Stripe.TransferCreateParams> = {}) =>
    stripe.transfers.create({ amount, currency: 'eur', destination, ...more });
  const availableOf = async (account?: string): Promise<number> =>
    (await stripe.balance.retrieve({}, account === undefined ? {} : { stripeAccount: account })).available[0]
      ?.amount ?? 0;

  it('onboards an account on its own page', async () => {
    const { id } = await open();
    const before = await stripe.accounts.retrieve(id);
    expect(before).to.include({ details_submitted: false, charges_enabled: false, payouts_enabled: false });
    expect(before.requirements?.currently_due).to.include('external_account');
    const first = await link(id);
    expect(await submit(first.url, { action: 'later' })).to.equal('http://venue.example/back');
    expect((await stripe.accounts.retrieve(id)).details_submitted).to.equal(false);
    const used = await fetch(first.url, { redirect: 'manual' });
    expect(used.headers.get('location')).to.equal('http://venue.example/again');
    const second = await link(id);
    expect(await submit(second.url, { ...onboarding, iban: 'IT00' })).to.include('Your IBAN is invalid.');
    expect(await submit(second.url, onboarding)).to.equal('http://venue.example/back');
    const after = await stripe.accounts.retrieve(id);
    expect(after).to.include({ details_submitted: true, charges_enabled: true, payouts_enabled: true });
    expect(after.requirements?.currently_due).to.be.empty;
    expect(after.business_profile?.name).to.equal('Cooperativa');
  });

  it('lets links of accounts expire', async () => {
    const { url } = await link((await open()).id);
    provider.standin.control.advance(301);
    const late = await fetch(url, { redirect: 'manual' });
    expect(late.headers.get('location')).to.equal('http://venue.example/again');
  });

  it('sends money to an account that may receive it, of what is available only', async () => {
    const { id } = await open();
    const early = await provider.refusal(send(id, 100));
    expect(early.code).to.equal('insufficient_capabilities_for_transfer');
    provider.standin.control.onboard(id);
    await chargeOff(provider, await provider.payer(), 100_000);
    const poor = await provider.refusal(send(id, 50_000));
    expect(poor).to.include({ code: 'balance_insufficient', statusCode: 400 });
    provider.standin.control.advance(3 * day);
    const transfer = await send(id, 50_000, { transfer_group: 'offer-1', metadata: { payout: 'p1' } });
    expect(transfer).to.include({ amount: 50_000, destination: id, transfer_group: 'offer-1' });
    expect(await availableOf()).to.equal(100_000 - 1525 - 50_000);
    expect(await availableOf(id)).to.equal(50_000);
    const entry = await stripe.balanceTransactions.retrieve(idOf(transfer.balance_transaction));
    expect(entry).to.include({ type: 'transfer', net: -50_000, source: transfer.id });
    const payment = idOf(transfer.destination_payment);
    const received = await stripe.charges.retrieve(payment, {}, { stripeAccount: id });
    expect(received).to.include({ amount: 50_000, source_transfer: transfer.id });
    expect((await stripe.transfers.list({ transfer_group: 'offer-1' })).data).to.have.length(1);
  });

  it('may send the money of a charge before it is available, not more than it', async () => {
    const { id } = await open();
    provider.standin.control.onboard(id);
    const intent = await chargeOff(provider, await provider.payer(), 100_000);
    const source = { source_transaction: idOf(intent.latest_charge) };
    await send(id, 90_000, source);
    const more = await provider.refusal(send(id, 10_001, source));
    expect(more.message).to.include('larger than what is left');
    expect(await availableOf(id)).to.equal(0);
    provider.standin.control.advance(3 * day);
    expect(await availableOf(id)).to.equal(90_000);
  });

  it('takes a transfer back in parts', async () => {
    const { id } = await open();
    provider.standin.control.onboard(id);
    provider.standin.control.topUp(50_000);
    const transfer = await send(id, 40_000);
    const part = await stripe.transfers.createReversal(transfer.id, { amount: 15_000 });
    expect(part).to.include({ amount: 15_000, transfer: transfer.id });
    const tooMuch = await provider.refusal(stripe.transfers.createReversal(transfer.id, { amount: 25_001 }));
    expect(tooMuch.statusCode).to.equal(400);
    await stripe.transfers.createReversal(transfer.id);
    expect(await stripe.transfers.retrieve(transfer.id)).to.include({
      reversed: true,
      amount_reversed: 40_000,
    });
    expect([await availableOf(), await availableOf(id)]).to.deep.equal([50_000, 0]);
    const types = (await stripe.balanceTransactions.list({ type: 'transfer_refund' })).data;
    expect(types.map(({ net }) => net)).to.deep.equal([25_000, 15_000]);
  });

  it('pays an account out by itself, and says when it arrived', async () => {
    const { id } = await open();
    provider.standin.control.onboard(id);
    provider.standin.control.topUp(50_000);
    await send(id, 40_000);
    provider.standin.control.advance(day + 1);
    const [payout] = (await stripe.payouts.list({}, { stripeAccount: id })).data;
    expect(payout).to.include({ amount: 40_000, status: 'pending', automatic: true });
    expect((await stripe.payouts.list()).data).to.be.empty;
    provider.standin.control.advance(2 * day + 1);
    const paid = await stripe.payouts.retrieve(payout?.id ?? '', {}, { stripeAccount: id });
    expect(paid.status).to.equal('paid');
    const events = (await stripe.events.list({ types: ['payout.*'] }, { stripeAccount: id })).data;
    expect(events.map(({ type, account }) => [type, account])).to.deep.equal([
      ['payout.paid', id],
      ['payout.created', id],
    ]);
  });

  it('fails a payout to an account that is none, until another one is given', async () => {
    const { id } = await open();
    provider.standin.control.onboard(id, 'DE62370400440532013001');
    provider.standin.control.topUp(50_000);
    await send(id, 40_000);
    provider.standin.control.advance(3 * day + 2);
    const [failed] = (await stripe.payouts.list({}, { stripeAccount: id })).data;
    expect(failed).to.include({ status: 'failed', failure_code: 'no_account' });
    expect(await availableOf(id)).to.equal(40_000);
    const account = await stripe.accounts.retrieve(id);
    expect(account.payouts_enabled).to.equal(false);
    expect(account.requirements?.currently_due).to.deep.equal(['external_account']);
    await submit((await link(id)).url, onboarding);
    provider.standin.control.advance(3 * day + 2);
    const statuses = (await stripe.payouts.list({}, { stripeAccount: id })).data.map(({ status }) => status);
    expect(statuses).to.deep.equal(['paid', 'failed']);
  });

  it('pays the platform out when asked, no more than is available', async () => {
    provider.standin.control.topUp(10_000);
    const poor = await provider.refusal(stripe.payouts.create({ amount: 10_001, currency: 'eur' }));
    expect(poor.code).to.equal('balance_insufficient');
    const payout = await stripe.payouts.create({ amount: 9000, currency: 'eur', metadata: { fees: '2026' } });
    expect(payout).to.include({ status: 'pending', automatic: false });
    expect(await availableOf()).to.equal(1000);
  });

  it('sends no more to an account that Stripe restricts', async () => {
    const { id } = await open();
    provider.standin.control.onboard(id);
    provider.standin.control.topUp(10_000);
    provider.standin.control.restrict(id, ['representative.verification']);
    expect((await stripe.accounts.retrieve(id)).payouts_enabled).to.equal(false);
    expect((await provider.refusal(send(id, 100))).code).to.equal('insufficient_capabilities_for_transfer');
    provider.standin.control.restrict(id, []);
    expect((await send(id, 100)).amount).to.equal(100);
    const strange = await provider.refusal(stripe.balance.retrieve({}, { stripeAccount: 'acct_none' }));
    expect(strange).to.include({ statusCode: 403, code: 'account_invalid' });
  });
});
