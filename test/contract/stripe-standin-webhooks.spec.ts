import { expect } from 'chai';
import { Stripe } from 'stripe';
import { idOf } from '../../scripts/stripe-standin/shelf.ts';
import { signature } from '../../scripts/stripe-standin/webhooks.ts';
import {
  chargeOff,
  day,
  openProvider,
  openReceiver,
  type Provider,
  type Receiver,
} from '../support/stripe-standin.ts';

describe('the stand-in of Stripe: events and webhooks', () => {
  let provider: Provider;
  let receiver: Receiver;
  let stripe: Stripe;
  beforeEach(async () => {
    provider = await openProvider();
    ({ stripe } = provider);
    receiver = await openReceiver(stripe);
    provider.standin.control.webhook(receiver);
  });
  afterEach(async () => {
    await provider.close();
    receiver.close();
  });

  const typesSent = (): string[] => receiver.events.map(({ type }) => type).toSorted();

  it('sends what happened, signed, with the object as it was then', async () => {
    const payer = await provider.payer();
    const intent = await chargeOff(provider, payer, 2000);
    expect(await provider.standin.control.quiet()).to.equal(true);
    expect(typesSent()).to.deep.equal([
      'charge.succeeded',
      'checkout.session.completed',
      'customer.created',
      'payment_intent.created',
      'payment_intent.succeeded',
      'payment_method.attached',
      'setup_intent.created',
      'setup_intent.succeeded',
    ]);
    const created = receiver.events.find(({ type }) => type === 'payment_intent.created');
    expect(created?.data.object).to.include({ id: intent.id, status: 'requires_payment_method' });
    expect(created?.request?.id).to.match(/^req_/);
    const listed = await stripe.events.retrieve(created?.id ?? '');
    expect(listed).to.deep.include({ type: 'payment_intent.created', pending_webhooks: 0 });
  });

  it('repeats a delivery until it is taken', async () => {
    receiver.answers.push(500, 404, 302);
    provider.standin.control.faults({ webhooks: { retryAfter: 5 } });
    await stripe.customers.create();
    expect(await provider.standin.control.quiet()).to.equal(true);
    expect(typesSent()).to.deep.equal(['customer.created']);
    expect(provider.standin.control.state().webhooks).to.include({ delivered: 1, refused: 3 });
  });

  it('duplicates, delays and shuffles, but loses nothing', async () => {
    const webhooks = { duplicate: 0.3, shuffle: 0.3, delay: [0, 20], shuffleBy: [10, 60] } as const;
    provider.standin.control.faults({ webhooks });
    for (let number = 0; number < 60; number += 1) await stripe.customers.create({ name: String(number) });
    expect(await provider.standin.control.quiet()).to.equal(true);
    const ids = receiver.events.map(({ id }) => id);
    const { counts } = { counts: provider.standin.control.state().webhooks };
    expect(new Set(ids)).to.have.length(60);
    expect(ids).to.have.length(60 + counts.duplicated);
    expect(counts.duplicated).to.be.greaterThan(5);
    const names = receiver.events.map(({ data }) => Number((data.object as Stripe.Customer).name));
    expect(names).to.not.deep.equal(names.toSorted((a, b) => a - b));
  });

  it('loses some when told to; the list of events still knows them, and they can be sent again', async () => {
    provider.standin.control.faults({ webhooks: { lose: 1 } });
    await stripe.customers.create();
    expect(await provider.standin.control.quiet()).to.equal(true);
    expect(receiver.events).to.be.empty;
    const [event] = (await stripe.events.list({ types: ['customer.*'] })).data;
    provider.standin.control.faults({ webhooks: { lose: 0 } });
    provider.standin.control.resend(event?.id ?? '');
    expect(await provider.standin.control.quiet()).to.equal(true);
    expect(receiver.events.map(({ id }) => id)).to.deep.equal([event?.id]);
  });

  it('sends what time brings, and what happens to connected accounts', async () => {
    const { id } = await stripe.accounts.create({ type: 'express' });
    provider.standin.control.onboard(id);
    provider.standin.control.topUp(10_000);
    await stripe.transfers.create({ amount: 5000, currency: 'eur', destination: id });
    provider.standin.control.advance(4 * day);
    expect(await provider.standin.control.quiet()).to.equal(true);
    const paid = receiver.events.find(({ type }) => type === 'payout.paid');
    expect(paid).to.include({ account: id, request: null });
    expect(paid?.data.object).to.include({ amount: 5000 });
  });

  it('signs so that the SDK tells a forgery, a change and an old one', () => {
    const payload = JSON.stringify({ id: 'evt_1', object: 'event' });
    const now = Math.floor(Date.now() / 1000);
    const good = signature(payload, receiver.secret, now);
    expect(stripe.webhooks.constructEvent(payload, good, receiver.secret).id).to.equal('evt_1');
    const refuse = (text: string, header: string): void => {
      expect(() => stripe.webhooks.constructEvent(text, header, receiver.secret)).to.throw(
        Stripe.errors.StripeSignatureVerificationError,
      );
    };
    refuse(payload, signature(payload, 'whsec_other', now));
    refuse(`${payload} `, good);
    refuse(payload, signature(payload, receiver.secret, now - 301));
  });

  it('is controlled over HTTP alike', async () => {
    const { url } = provider.standin;
    const tell = async (name: string, body: object): Promise<Record<string, unknown>> => {
      const reply = await fetch(`${url}/_standin/${name}`, { method: 'POST', body: JSON.stringify(body) });
      return (await reply.json()) as Record<string, unknown>;
    };
    const { customer, method } = await provider.payer();
    const intent = await chargeOff(provider, { customer, method }, 2000);
    const { now } = await tell('advance', { seconds: 3 * day });
    expect(now).to.be.greaterThan(Date.now() / 1000 + 3 * day - 60);
    expect(await tell('fund', { customer, amount: 700 })).to.include({ type: 'funded' });
    expect(await tell('dispute', { id: intent.id })).to.include({ charge: idOf(intent.latest_charge) });
    expect(await tell('dispute', { id: intent.id }))
      .to.have.property('error')
      .that.includes('disputed already');
    expect(await tell('advance', {})).to.deep.equal({ error: 'seconds must be a number' });
    expect(await tell('nothing', {})).to.deep.equal({ error: 'No such command: nothing' });
    const state = (await (await fetch(`${url}/_standin/state`)).json()) as Record<string, unknown>;
    expect(state['customers']).to.deep.equal({
      [customer]: { charged: 2000, pending: 0, refunded: 0, disputed: 2000, cash: 700 },
    });
  });
});
