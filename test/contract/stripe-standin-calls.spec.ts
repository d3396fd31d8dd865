import { expect } from 'chai';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Stripe } from 'stripe';
import { chargeOff, day, openProvider, type Provider } from '../support/stripe-standin.ts';

describe('the stand-in of Stripe: keys, lists and faults', () => {
  let provider: Provider;
  let stripe: Stripe;
  beforeEach(async () => {
    provider = await openProvider();
    ({ stripe } = provider);
  });
  afterEach(() => provider.close());

  const again = (idempotencyKey: string): Stripe.RequestOptions => ({ idempotencyKey });

  it('answers the same key with the same reply, and does nothing twice', async () => {
    const { customer, method } = await provider.payer();
    const wish = {
      amount: 2000,
      currency: 'eur',
      customer,
      payment_method: method,
      confirm: true,
      off_session: true,
    };
    const first = await stripe.paymentIntents.create(wish, again('k1'));
    const second = await stripe.paymentIntents.create(wish, again('k1'));
    expect(second.id).to.equal(first.id);
    expect(second.lastResponse.headers['idempotent-replayed']).to.equal('true');
    const other = await provider.refusal(
      stripe.paymentIntents.create({ ...wish, amount: 2001 }, again('k1')),
    );
    expect(other).to.include({ type: 'StripeIdempotencyError', statusCode: 400 });
    expect((await stripe.paymentIntents.list({ customer })).data).to.have.length(1);
  });

  it('keeps errors too once a call began, and forgets keys after a day', async () => {
    const { id: customer } = await stripe.customers.create();
    const wish = {
      amount: 2000,
      currency: 'eur',
      customer,
      payment_method: 'pm_card_chargeDeclined',
      confirm: true,
    };
    const first = await provider.refusal(stripe.paymentIntents.create(wish, again('k2')));
    const second = await provider.refusal(stripe.paymentIntents.create(wish, again('k2')));
    expect(second.payment_intent?.id).to.equal(first.payment_intent?.id);
    expect((await stripe.paymentIntents.list({ customer })).data).to.have.length(1);
    provider.standin.control.advance(day + 1);
    await provider.refusal(stripe.paymentIntents.create(wish, again('k2')));
    expect((await stripe.paymentIntents.list({ customer })).data).to.have.length(2);
  });

  it('keeps nothing under a key whose call was refused before it began', async () => {
    const wrong = await provider.refusal(
      stripe.paymentIntents.create({ amount: 1, currency: 'eur' }, again('k3')),
    );
    expect(wrong).to.include({ statusCode: 400, code: 'amount_too_small', param: 'amount' });
    const right = await stripe.paymentIntents.create({ amount: 100, currency: 'eur' }, again('k3'));
    expect(right.amount).to.equal(100);
  });

  it('refuses a key that is under way', async () => {
    provider.standin.control.faults({ calls: { slow: 1, slowBy: [100, 100] } });
    const first = stripe.customers.create({ name: 'Ada' }, again('k4'));
    const second = await provider.refusal(stripe.customers.create({ name: 'Ada' }, again('k4')));
    expect(second).to.include({ statusCode: 409, code: 'idempotency_key_in_use' });
    const { id } = await first;
    expect((await stripe.customers.create({ name: 'Ada' }, again('k4'))).id).to.equal(id);
  });

  it('answers 500 before anything is done, so that a repetition does it', async () => {
    provider.standin.control.faults({ calls: { fail: 1 } });
    const failed = await provider.refusal(stripe.customers.create({ name: 'Ada' }, again('k5')));
    expect(failed).to.include({ type: 'StripeAPIError', statusCode: 500 });
    provider.standin.control.faults({ calls: { fail: 0 } });
    expect((await stripe.customers.list()).data).to.be.empty;
    await stripe.customers.create({ name: 'Ada' }, again('k5'));
    expect((await stripe.customers.list()).data).to.have.length(1);
  });

  it('does what is asked but cuts the connection, so that a repetition gets the reply that was lost', async () => {
    provider.standin.control.faults({ calls: { cut: 1 } });
    const lost = await provider.refusal(stripe.customers.create({ name: 'Ada' }, again('k6')));
    expect(lost.type).to.equal('StripeConnectionError');
    provider.standin.control.faults({ calls: { cut: 0 } });
    const [kept] = (await stripe.customers.list()).data;
    const answered = await stripe.customers.create({ name: 'Ada' }, again('k6'));
    expect(answered.id).to.equal(kept?.id);
    expect(provider.standin.control.state().calls.cut).to.equal(2);
  });

  it('comes through many faults with every payment made once', async () => {
    const payer = await provider.payer();
    const { host, port, key } = provider.standin;
    const patient = new Stripe(key, {
      host,
      port,
      protocol: 'http',
      maxNetworkRetries: 10,
      telemetry: false,
    });
    const faults = { fail: 0.2, cut: 0.2, slow: 0.2, slowBy: [0, 5] } as const;
    Object.assign(patient, { getInitialNetworkRetryDelay: () => 0.001, getMaxNetworkRetryDelay: () => 0.01 });
    provider.standin.control.faults({ calls: faults });
    for (let number = 0; number < 40; number += 1)
      await chargeOff({ ...provider, stripe: patient }, payer, 1000 + number, {
        metadata: { commitment: `c${number}` },
      });
    const { customers, doubles, calls } = provider.standin.control.state('commitment');
    expect(customers[payer.customer]?.charged).to.equal(40 * 1000 + (39 * 40) / 2);
    expect(doubles).to.be.empty;
    expect(calls.failed).to.be.greaterThan(5);
    expect(calls.cut).to.be.greaterThan(5);
    await chargeOff({ ...provider, stripe: patient }, payer, 500, { metadata: { commitment: 'c7' } });
    expect(
      provider.standin.control.state('commitment').doubles.map(({ kind, value }) => [kind, value]),
    ).to.deep.equal([['charge', 'c7']]);
  });

  it('lists newest first, in pages, in ranges of time', async () => {
    const ids: string[] = [];
    for (let number = 0; number < 7; number += 1) {
      ids.unshift((await stripe.customers.create()).id);
      provider.standin.control.advance(60);
    }
    const page = await stripe.customers.list({ limit: 3 });
    expect([page.data.map(({ id }) => id), page.has_more]).to.deep.equal([ids.slice(0, 3), true]);
    const next = await stripe.customers.list({ limit: 4, starting_after: ids[2] ?? '' });
    expect([next.data.map(({ id }) => id), next.has_more]).to.deep.equal([ids.slice(3), false]);
    const before = await stripe.customers.list({ limit: 2, ending_before: ids[4] ?? '' });
    expect([before.data.map(({ id }) => id), before.has_more]).to.deep.equal([ids.slice(2, 4), true]);
    const all = await stripe.customers.list({ limit: 2 }).autoPagingToArray({ limit: 100 });
    expect(all.map(({ id }) => id)).to.deep.equal(ids);
    const middle = all[3]?.created ?? 0;
    const since = await stripe.customers.list({ created: { gte: middle } });
    expect(since.data).to.have.length(4);
    expect((await stripe.customers.list({ created: { lt: middle } })).data).to.have.length(3);
    const much = await provider.refusal(stripe.customers.list({ limit: 101 }));
    expect(much.param).to.equal('limit');
  });

  it('expands what it is asked to, in lists too', async () => {
    await chargeOff(provider, await provider.payer(), 2000);
    const list = await stripe.paymentIntents.list({
      expand: ['data.latest_charge.balance_transaction', 'data.customer'],
    });
    const charge = list.data[0]?.latest_charge as Stripe.Charge;
    expect((charge.balance_transaction as Stripe.BalanceTransaction).amount).to.equal(2000);
    expect(list.data[0]?.customer).to.include({ email: 'payer@example.org' });
    const wrong = await provider.refusal(stripe.paymentIntents.list({ expand: ['data.nothing'] }));
    expect(wrong.message).to.include('cannot be expanded');
  });

  it('knows one version of the API only', async () => {
    const { host, port, key } = provider.standin;
    const old = { host, port, protocol: 'http', apiVersion: '2020-08-27' } as unknown as Stripe.StripeConfig;
    const refused = await provider.refusal(new Stripe(key, old).balance.retrieve());
    expect(refused.message).to.include('version');
  });

  it('starts as a program of its own', async () => {
    const args = ['--import', 'tsx/esm', 'scripts/stripe-standin/main.ts', '--port', '0', '--seed', '9'];
    const program = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    try {
      let told = '';
      for await (const part of program.stdout as AsyncIterable<Buffer>) {
        told += part.toString();
        if (told.includes('STRIPE_WEBHOOK_SECRET=')) break;
      }
      const port = /127\.0\.0\.1:(\d+), seed 9/.exec(told)?.[1] ?? '';
      const key = /STRIPE_SECRET_KEY=(sk_test_\w+)/.exec(told)?.[1] ?? '';
      const there = new Stripe(key, { host: '127.0.0.1', port, protocol: 'http' });
      expect((await there.customers.create({ name: 'Ada' })).name).to.equal('Ada');
    } finally {
      program.kill('SIGTERM');
    }
    const [code] = (await once(program, 'exit')) as [number | null];
    expect(code).to.equal(0);
  });

  it('draws the same from the same seed', async () => {
    const run = async (seed: number): Promise<string> => {
      const other = await openProvider({ seed });
      const { id } = await other.stripe.customers.create();
      await other.close();
      return id;
    };
    expect(await run(5)).to.equal(await run(5));
    expect(await run(5)).to.not.equal(await run(6));
  });
});
