import { expect } from 'chai';
import type { Stripe } from 'stripe';
import { idOf } from '../../scripts/stripe-standin/shelf.ts';
import { chargeOff, day, openProvider, submit, type Provider } from '../support/stripe-standin.ts';

const agreement = {
  customer_acceptance: { type: 'online', online: { ip_address: '127.0.0.1', user_agent: 'test' } },
} as const;

describe('the stand-in of Stripe: intents and methods without hosted forms', () => {
  let provider: Provider;
  let stripe: Stripe;
  let customer: string;
  beforeEach(async () => {
    provider = await openProvider();
    ({ stripe } = provider);
    customer = (await stripe.customers.create()).id;
  });
  afterEach(() => provider.close());

  it('saves an account by a setup intent, with the payer’s agreement only', async () => {
    const wish = { customer, payment_method: 'pm_sepaDebit_success_de', confirm: true } as const;
    const refused = await provider.refusal(stripe.setupIntents.create(wish));
    expect(refused.code).to.equal('setup_intent_mandate_invalid');
    expect((await stripe.setupIntents.list({ customer })).data).to.be.empty;
    const saved = await stripe.setupIntents.create({ ...wish, mandate_data: agreement });
    expect(saved.status).to.equal('succeeded');
    const [method] = (await stripe.paymentMethods.list({ customer, type: 'sepa_debit' })).data;
    expect(method?.id).to.equal(saved.payment_method);
    const paid = await chargeOff(provider, { customer, method: method?.id ?? '' }, 5000);
    expect(paid.status).to.equal('processing');
  });

  it('confirms and cancels setup intents', async () => {
    const waiting = await stripe.setupIntents.create({ customer });
    expect(waiting.status).to.equal('requires_payment_method');
    const declined = await provider.refusal(
      stripe.setupIntents.confirm(waiting.id, { payment_method: 'pm_card_chargeDeclined' }),
    );
    expect(declined).to.include({ statusCode: 402, decline_code: 'generic_decline' });
    const asked = await stripe.setupIntents.confirm(waiting.id, {
      payment_method: 'pm_card_authenticationRequiredOnSetup',
      return_url: 'http://venue.example/back',
    });
    expect(asked.status).to.equal('requires_action');
    const back = await submit(asked.next_action?.redirect_to_url?.url ?? '', { action: 'authenticate' });
    expect(back).to.include('redirect_status=succeeded').and.include(`setup_intent=${waiting.id}`);
    const done = await provider.refusal(stripe.setupIntents.cancel(waiting.id));
    expect(done.code).to.equal('setup_intent_unexpected_state');
    const other = await stripe.setupIntents.create({ customer });
    const cancelled = await stripe.setupIntents.cancel(other.id, { cancellation_reason: 'abandoned' });
    expect(cancelled).to.include({ status: 'canceled', cancellation_reason: 'abandoned' });
  });

  it('attaches a method to one customer, once', async () => {
    const method = await stripe.paymentMethods.attach('pm_card_mastercard', { customer });
    expect(method.card).to.include({ brand: 'mastercard', last4: '4444' });
    const other = await stripe.customers.create();
    const twice = await provider.refusal(stripe.paymentMethods.attach(method.id, { customer: other.id }));
    expect(twice.message).to.include('already attached');
    const foreign = await provider.refusal(
      chargeOff(provider, { customer: other.id, method: method.id }, 2000),
    );
    expect(foreign.message).to.include('another customer');
    const declined = await provider.refusal(
      stripe.paymentMethods.attach('pm_card_chargeDeclined', { customer }),
    );
    expect(declined.statusCode).to.equal(402);
    expect(
      (await stripe.paymentMethods.attach('pm_card_chargeCustomerFail', { customer })).customer,
    ).to.equal(customer);
  });

  it('leaves no intent behind that could never have been paid', async () => {
    const wish = { amount: 5000, currency: 'eur', customer, confirm: true } as const;
    const wrong = await provider.refusal(
      stripe.paymentIntents.create({
        ...wish,
        allowed_payment_method_types: ['sepa_debit'],
        payment_method: 'pm_card_visa',
      }),
    );
    expect(wrong.code).to.equal('payment_intent_incompatible_payment_method');
    const nothing = await provider.refusal(stripe.paymentIntents.create(wish));
    expect(nothing).to.include({ code: 'parameter_missing', param: 'payment_method' });
    expect((await stripe.paymentIntents.list({ customer })).data).to.be.empty;
  });

  it('creates an intent first and confirms it later', async () => {
    const { id } = await stripe.paymentIntents.create({ amount: 5000, currency: 'eur', customer });
    const early = await provider.refusal(stripe.paymentIntents.confirm(id));
    expect(early.code).to.equal('payment_intent_unexpected_state');
    const updated = await stripe.paymentIntents.update(id, { amount: 6000, metadata: { commitment: 'c1' } });
    expect(updated.amount).to.equal(6000);
    const paid = await stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_visa' });
    expect(paid).to.include({ status: 'succeeded', amount_received: 6000 });
    for (const call of [
      stripe.paymentIntents.confirm(id),
      stripe.paymentIntents.cancel(id),
      stripe.paymentIntents.update(id, { amount: 1000 }),
    ])
      expect((await provider.refusal(call)).statusCode).to.equal(400);
  });

  it('uses up a card that is charged without belonging to anybody, unless it is to be kept', async () => {
    const wish = { amount: 5000, currency: 'eur', customer, confirm: true } as const;
    const once = await stripe.paymentIntents.create({ ...wish, payment_method: 'pm_card_visa' });
    const again = { ...wish, payment_method: idOf(once.payment_method) };
    expect((await provider.refusal(stripe.paymentIntents.create(again))).message).to.include(
      'not be used again',
    );
    const kept = await stripe.paymentIntents.create({
      ...wish,
      payment_method: 'pm_card_visa',
      setup_future_usage: 'off_session',
    });
    const method = kept.payment_method as string;
    expect((await chargeOff(provider, { customer, method }, 700)).status).to.equal('succeeded');
  });

  it('asks for authentication when told to, or fails rather than ask', async () => {
    const wish = { amount: 5000, currency: 'eur', customer, confirm: true } as const;
    const asked = await stripe.paymentIntents.create({
      ...wish,
      payment_method: 'pm_card_visa',
      payment_method_options: { card: { request_three_d_secure: 'any' } },
      return_url: 'http://venue.example/back',
    });
    expect(asked.status).to.equal('requires_action');
    provider.standin.control.authenticate(asked.id);
    expect((await stripe.paymentIntents.retrieve(asked.id)).status).to.equal('succeeded');
    const failed = await provider.refusal(
      stripe.paymentIntents.create({
        ...wish,
        payment_method: 'pm_card_authenticationRequired',
        error_on_requires_action: true,
      }),
    );
    expect(failed.code).to.equal('authentication_required');
  });

  it('charges a card that is set up elsewhere while its holder is away, and asks while they are there', async () => {
    const { method } = await provider.payer('4000003800000446');
    const owner = (await stripe.paymentMethods.retrieve(method)).customer as string;
    expect((await chargeOff(provider, { customer: owner, method }, 900)).status).to.equal('succeeded');
    const present = await chargeOff(provider, { customer: owner, method }, 900, { off_session: false });
    expect(present.status).to.equal('requires_action');
  });

  it('lets a session be ended, and be filled in once only', async () => {
    const wish = { mode: 'setup', customer, success_url: 'http://venue.example/saved' } as const;
    const ended = await stripe.checkout.sessions.create(wish);
    expect((await stripe.checkout.sessions.expire(ended.id)).status).to.equal('expired');
    const again = await provider.refusal(stripe.checkout.sessions.expire(ended.id));
    expect(again.message).to.include('expired');
    const filled = await stripe.checkout.sessions.create({
      ...wish,
      setup_intent_data: { metadata: { c: '1' } },
    });
    provider.standin.control.save(filled.id, '4242424242424242');
    await submit(filled.url ?? '', { action: 'card', card_number: '5555555555554444' });
    expect((await stripe.customers.listPaymentMethods(customer)).data).to.have.length(1);
    const [setup] = (await stripe.setupIntents.list({ customer, limit: 1 })).data;
    expect(setup?.metadata).to.deep.equal({ c: '1' });
    const open = await stripe.checkout.sessions.list({ status: 'open' });
    expect(open.data).to.be.empty;
  });

  it('knows which events were taken', async () => {
    const all = await stripe.events.list({ delivery_success: true });
    expect(all.data.map(({ type }) => type)).to.deep.equal(['customer.created']);
    provider.standin.control.faults({ webhooks: { lose: 1 } });
    provider.standin.control.webhook({ url: 'http://127.0.0.1:9/', secret: 'whsec_x' });
    await stripe.customers.create();
    provider.standin.control.advance(day);
    expect((await stripe.events.list({ delivery_success: false })).data).to.have.length(1);
  });
});
