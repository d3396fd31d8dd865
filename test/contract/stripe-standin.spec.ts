import { expect } from 'chai';
import { Stripe } from 'stripe';
import { chargeOff, day, openProvider, submit, type Provider } from '../support/stripe-standin.ts';

const cardFields = (card_number: string): Record<string, string> => ({
  action: 'card',
  card_number,
  card_expiry: '12 / 40',
  card_cvc: '123',
  card_name: 'Ada',
});

describe('the stand-in of Stripe: saving a method and paying by card', () => {
  let provider: Provider;
  let stripe: Stripe;
  beforeEach(async () => {
    provider = await openProvider();
    ({ stripe } = provider);
  });
  afterEach(() => provider.close());

  const session = async (customer: string): Promise<Stripe.Checkout.Session> =>
    stripe.checkout.sessions.create({
      mode: 'setup',
      customer,
      allowed_payment_method_types: ['card', 'sepa_debit'],
      success_url: 'http://venue.example/saved?session={CHECKOUT_SESSION_ID}',
      cancel_url: 'http://venue.example/back',
      metadata: { commitment: 'c1' },
    });

  it('keeps customers', async () => {
    const { id } = await stripe.customers.create({
      email: 'a@example.org',
      metadata: { person: 'p1', role: 'x' },
    });
    const after = await stripe.customers.update(id, { name: 'Ada', metadata: { role: '' } });
    expect(after).to.include({ name: 'Ada', email: 'a@example.org' });
    expect(after.metadata).to.deep.equal({ person: 'p1' });
    const unknown = await provider.refusal(stripe.customers.retrieve('cus_none'));
    expect(unknown).to.include({
      statusCode: 404,
      code: 'resource_missing',
      type: 'StripeInvalidRequestError',
    });
    expect(unknown.requestId).to.match(/^req_/);
  });

  it('deletes a customer: nothing is left to be charged', async () => {
    const payer = await provider.payer();
    await chargeOff(provider, payer, 2000);
    expect(await stripe.customers.del(payer.customer)).to.include({ id: payer.customer, deleted: true });
    expect(await stripe.customers.retrieve(payer.customer)).to.include({ deleted: true });
    const charged = await provider.refusal(chargeOff(provider, payer, 2000));
    expect(charged.code).to.equal('resource_missing');
    const [intent] = (await stripe.paymentIntents.list({ customer: payer.customer })).data;
    expect(intent).to.include({ status: 'succeeded', amount: 2000 });
  });

  it('saves a card on its own page, which the venue never sees', async () => {
    const customer = await stripe.customers.create();
    const { id, url } = await session(customer.id);
    const page = await (await fetch(url ?? '')).text();
    expect(page).to.include('Card number').and.include('IBAN').and.include('http://venue.example/back');
    expect(await submit(url ?? '', cardFields('4242 4242 4242 4242'))).to.equal(
      `http://venue.example/saved?session=${id}`,
    );
    const done = await stripe.checkout.sessions.retrieve(id, { expand: ['setup_intent.payment_method'] });
    expect(done).to.include({ status: 'complete', url: null });
    const setup = done.setup_intent as Stripe.SetupIntent;
    expect(setup).to.include({ status: 'succeeded', usage: 'off_session' });
    const method = setup.payment_method as Stripe.PaymentMethod;
    expect(method.card).to.include({ brand: 'visa', last4: '4242', exp_month: 12, exp_year: 2040 });
    expect(method.customer).to.equal(customer.id);
  });

  it('tells on its page what is wrong with a card, and lets try again', async () => {
    const { url } = await session((await stripe.customers.create()).id);
    expect(await submit(url ?? '', cardFields('4000000000000002'))).to.include('Your card was declined.');
    expect(await submit(url ?? '', cardFields('1234'))).to.include('card number is invalid');
    expect(await submit(url ?? '', { ...cardFields('4242424242424242'), card_expiry: '01/20' })).to.include(
      'expiry date is invalid or past',
    );
    expect(await submit(url ?? '', { action: 'sepa_debit', iban: 'IT00X', account_name: 'A' })).to.include(
      'Your IBAN is invalid.',
    );
    expect(await submit(url ?? '', cardFields('4242424242424242'))).to.include('http://venue.example/saved');
  });

  it('lets a session expire', async () => {
    const { id, url } = await session((await stripe.customers.create()).id);
    provider.standin.control.advance(day + 1);
    expect((await stripe.checkout.sessions.retrieve(id)).status).to.equal('expired');
    expect((await fetch(url ?? '')).status).to.equal(410);
  });

  it('asks for authentication when such a card is saved, and then charges it without asking', async () => {
    const customer = await stripe.customers.create();
    const { id, url } = await session(customer.id);
    const bank = await submit(url ?? '', cardFields('4000002500003155'));
    expect(bank).to.include('/hosted/authenticate/seti_');
    const again = await submit(bank, { action: 'fail' });
    expect(await (await fetch(again)).text()).to.include('failed authentication');
    const second = await submit(url ?? '', cardFields('4000002500003155'));
    const back = await submit(second, { action: 'authenticate' });
    const left = await fetch(back, { redirect: 'manual' });
    expect(left.headers.get('location')).to.equal(`http://venue.example/saved?session=${id}`);
    const [method] = (await stripe.customers.listPaymentMethods(customer.id)).data;
    const intent = await chargeOff(provider, { customer: customer.id, method: method?.id ?? '' }, 2000);
    expect(intent.status).to.equal('succeeded');
  });

  it('charges a saved card and says what the provider keeps of it', async () => {
    const payer = await provider.payer();
    const intent = await chargeOff(provider, payer, 10_000, {
      expand: ['latest_charge.balance_transaction'],
      metadata: { commitment: 'c1' },
      transfer_group: 'offer-1',
    });
    expect(intent).to.include({ status: 'succeeded', amount_received: 10_000, transfer_group: 'offer-1' });
    const charge = intent.latest_charge as Stripe.Charge;
    const entry = charge.balance_transaction as Stripe.BalanceTransaction;
    expect(entry).to.include({ type: 'charge', amount: 10_000, fee: 175, net: 9825, status: 'pending' });
    const before = await stripe.balance.retrieve();
    expect([before.available[0]?.amount, before.pending[0]?.amount]).to.deep.equal([0, 9825]);
    provider.standin.control.advance(3 * day);
    const after = await stripe.balance.retrieve();
    expect([after.available[0]?.amount, after.pending[0]?.amount]).to.deep.equal([9825, 0]);
  });

  for (const [token, code, decline] of [
    ['pm_card_chargeCustomerFail', 'card_declined', 'generic_decline'],
    ['pm_card_chargeDeclined', 'card_declined', 'generic_decline'],
    ['pm_card_chargeDeclinedInsufficientFunds', 'card_declined', 'insufficient_funds'],
    ['pm_card_chargeDeclinedExpiredCard', 'expired_card', 'expired_card'],
    ['pm_card_chargeDeclinedIncorrectCvc', 'incorrect_cvc', 'incorrect_cvc'],
    ['pm_card_chargeDeclinedProcessingError', 'processing_error', 'processing_error'],
  ] as const) {
    it(`declines ${token}`, async () => {
      const { id } = await stripe.customers.create();
      const error = await provider.refusal(chargeOff(provider, { customer: id, method: token }, 2000));
      expect(error).to.include({ type: 'StripeCardError', statusCode: 402, code, decline_code: decline });
      const intent = await stripe.paymentIntents.retrieve(error.payment_intent?.id ?? '', {
        expand: ['latest_charge'],
      });
      expect(intent.status).to.equal('requires_payment_method');
      expect(intent.last_payment_error).to.include({ code, decline_code: decline });
      expect(intent.latest_charge).to.include({ status: 'failed', paid: false, failure_code: code });
      const retried = await stripe.paymentIntents.confirm(intent.id, { payment_method: 'pm_card_visa' });
      expect(retried).to.include({ status: 'succeeded', last_payment_error: null });
    });
  }

  it('refuses a card that asks each time while its holder is away, and asks once they are back', async () => {
    const payer = await provider.payer('4000002760003184');
    const error = await provider.refusal(chargeOff(provider, payer, 2000));
    expect(error).to.include({ statusCode: 402, code: 'authentication_required' });
    const id = error.payment_intent?.id ?? '';
    const confirm = { payment_method: payer.method, return_url: 'http://venue.example/paid?c=1' };
    const asked = await stripe.paymentIntents.confirm(id, confirm);
    expect(asked.status).to.equal('requires_action');
    const url = asked.next_action?.redirect_to_url?.url ?? '';
    expect(await (await fetch(url)).text()).to.include('€ 20.00');
    const failed = new URL(await submit(url, { action: 'fail' }));
    expect(failed.searchParams.get('redirect_status')).to.equal('failed');
    expect((await stripe.paymentIntents.retrieve(id)).last_payment_error?.code).to.equal(
      'payment_intent_authentication_failure',
    );
    await stripe.paymentIntents.confirm(id, confirm);
    const back = new URL(await submit(url, { action: 'authenticate' }));
    expect(back.searchParams.get('c')).to.equal('1');
    expect(back.searchParams.get('payment_intent')).to.equal(id);
    expect(back.searchParams.get('redirect_status')).to.equal('succeeded');
    expect((await stripe.paymentIntents.retrieve(id)).status).to.equal('succeeded');
  });

  it('holds an amount, takes a part of it and lets the rest go', async () => {
    const intent = await chargeOff(provider, await provider.payer(), 9000, { capture_method: 'manual' });
    expect(intent).to.include({ status: 'requires_capture', amount_capturable: 9000, amount_received: 0 });
    const tooMuch = await provider.refusal(
      stripe.paymentIntents.capture(intent.id, { amount_to_capture: 9001 }),
    );
    expect(tooMuch.code).to.equal('amount_too_large');
    const taken = await stripe.paymentIntents.capture(intent.id, {
      amount_to_capture: 4000,
      expand: ['latest_charge.balance_transaction'],
    });
    expect(taken).to.include({ status: 'succeeded', amount_received: 4000, amount_capturable: 0 });
    const charge = taken.latest_charge as Stripe.Charge;
    expect(charge).to.include({ amount: 9000, amount_captured: 4000, captured: true });
    expect((charge.balance_transaction as Stripe.BalanceTransaction).amount).to.equal(4000);
    const twice = await provider.refusal(stripe.paymentIntents.capture(intent.id));
    expect(twice.code).to.equal('payment_intent_unexpected_state');
  });

  it('gives a hold up when asked, or when it is not captured in time', async () => {
    const payer = await provider.payer();
    const [one, other] = [
      await chargeOff(provider, payer, 9000, { capture_method: 'manual' }),
      await chargeOff(provider, payer, 8000, { capture_method: 'manual' }),
    ];
    const cancelled = await stripe.paymentIntents.cancel(one.id, {
      cancellation_reason: 'requested_by_customer',
    });
    expect(cancelled).to.include({ status: 'canceled', cancellation_reason: 'requested_by_customer' });
    provider.standin.control.advance(7 * day + 1);
    const expired = await stripe.paymentIntents.retrieve(other.id);
    expect(expired).to.include({ status: 'canceled', cancellation_reason: 'automatic' });
    expect((await stripe.balanceTransactions.list()).data).to.be.empty;
  });

  it('takes no card number, no live key, and no parameter that it does not know', async () => {
    const raw = await provider.refusal(
      stripe.paymentMethods.create({
        type: 'card',
        card: { number: '4242424242424242', exp_month: 1, exp_year: 2040, cvc: '123' },
      }),
    );
    expect(raw.message).to.include('generally unsafe');
    const { host, port } = provider.standin;
    const live = new Stripe('sk_live_x', { host, port, protocol: 'http' });
    expect(await provider.refusal(live.balance.retrieve())).to.include({ statusCode: 401 });
    const other = new Stripe('sk_test_other', { host, port, protocol: 'http' });
    expect(await provider.refusal(other.balance.retrieve())).to.include({ statusCode: 401 });
    const strange = await provider.refusal(stripe.customers.create({ shipping: { name: 'a', address: {} } }));
    expect(strange).to.include({ code: 'parameter_unknown', param: 'shipping' });
  });

  it('detaches a method: it can be charged no more', async () => {
    const payer = await provider.payer();
    await stripe.paymentMethods.detach(payer.method);
    expect((await stripe.customers.listPaymentMethods(payer.customer)).data).to.be.empty;
    const again = await provider.refusal(stripe.paymentMethods.detach(payer.method));
    expect(again.statusCode).to.equal(400);
    const charged = await provider.refusal(chargeOff(provider, payer, 2000));
    expect(charged.statusCode).to.equal(400);
  });
});
