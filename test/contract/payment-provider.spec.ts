import { expect } from 'chai';
import { startStandin, type Standin } from '../../scripts/stripe-standin/index.ts';
import { stripeProvider } from '../../server/src/adapters/stripe/provider.ts';
import {
  ProviderRefused,
  ProviderUnavailable,
  type PaymentProvider,
  type ProviderLine,
} from '../../server/src/ports/payments.ts';

const cards = {
  good: '4242424242424242',
  atOnce: '4000000000000077',
  failsLater: '4000000000000341',
  authenticates: '4000002760003184',
  refundFails: '4000000000005126',
} as const;
const ibans = { good: 'IT40S0542811101000000123456', fails: 'IT13S0542811101000000123457' } as const;
const dayS = 86_400;

const failureOf = async (call: Promise<unknown>): Promise<Error> =>
  call.then(
    () => {
      throw new Error('it was not refused');
    },
    (error: unknown) => error as Error,
  );

describe('The port of payment providers, by Stripe’s SDK', () => {
  let standin: Standin;
  let provider: PaymentProvider;
  let count = 0;

  before(async () => {
    standin = await startStandin({ seed: 11 });
    provider = stripeProvider({
      secretKey: standin.key,
      webhookSecret: standin.secret,
      apiUrl: standin.url,
    });
  });
  after(async () => {
    provider.close();
    await standin.close();
  });
  afterEach(() => {
    standin.control.faults({ calls: { fail: 0, cut: 0, slow: 0 } });
    standin.control.audit();
  });

  const fresh = (): string => `test_${(count += 1)}`;
  const call = (key: string, old = false) => ({ key, old });

  async function payer(kind: 'card' | 'sepa_debit', account: string) {
    const { customer } = await provider.createCustomer(fresh(), fresh());
    const begin = { customer, kind, successUrl: 'http://127.0.0.1/done', cancelUrl: 'http://127.0.0.1/no' };
    const { session, url } = await provider.beginSetup(begin, fresh());
    expect(url).to.contain(standin.url);
    expect(await provider.readSetup(session)).to.equal(null);
    standin.control.save(session, account);
    const kept = await provider.readSetup(session);
    if (kept === null) throw new Error('nothing was kept');
    expect(kept.customer).to.equal(customer);
    return { ...kept, session };
  }

  async function charge(kind: 'card' | 'sepa_debit', account: string, amountCents: number) {
    const { customer, method } = await payer(kind, account);
    const request = { payment: fresh(), customer, method, kind, amountCents };
    return { request, made: await provider.charge(request, call(`${request.payment}:charge:1`)) };
  }

  async function linesAfter(after: string | null): Promise<ProviderLine[]> {
    const found: ProviderLine[] = [];
    for await (const line of provider.lines(after)) found.push(line);
    return found;
  }

  it('knows a card by what its owner knows it by, and nothing more', async () => {
    const { brand, last4, expires, kind } = await payer('card', cards.good);
    expect({ brand, last4, expires, kind }).to.deep.equal({
      brand: 'visa',
      last4: '4242',
      expires: '12/2040',
      kind: 'card',
    });
    const debit = await payer('sepa_debit', ibans.good);
    expect([debit.kind, debit.last4, debit.expires]).to.deep.equal(['sepa_debit', '3456', null]);
  });

  it('charges once however often it is asked with the same key, also after the key was forgotten', async () => {
    const { request, made } = await charge('card', cards.good, 10_000);
    expect(made).to.include({ status: 'succeeded', feeCents: 175, declined: null, disputed: false });
    const key = `${request.payment}:charge:1`;
    expect((await provider.charge(request, call(key))).intent).to.equal(made.intent);
    standin.control.advance(3 * dayS);
    expect((await provider.charge(request, call(key, true))).intent).to.equal(made.intent);
    expect(await provider.readCharge(made.intent)).to.deep.equal(made);
  });

  it('tells of a decline as an answer, with the code of the bank and whether it is the last word', async () => {
    const { made } = await charge('card', cards.failsLater, 5_000);
    expect(made).to.include({ status: 'declined', declined: 'generic_decline', final: false });
    const again = await provider.readCharge(made.intent);
    expect(again).to.include({ status: 'declined', declined: 'generic_decline' });
  });

  it('has the payer authenticate on a page of the provider’s', async () => {
    const { made } = await charge('card', cards.authenticates, 7_000);
    expect(made.status).to.equal('action_needed');
    const url = await provider.actionUrl(made.intent, 'http://127.0.0.1/back');
    expect(url).to.contain('/hosted/authenticate/');
    expect(await provider.actionUrl(made.intent, 'http://127.0.0.1/back')).to.equal(url);
    standin.control.authenticate(made.intent);
    expect(await provider.readCharge(made.intent)).to.include({ status: 'succeeded' });
    expect(await provider.actionUrl(made.intent, 'http://127.0.0.1/back')).to.equal(null);
  });

  it('lets a payer fail to authenticate, and cancels what is not wanted any more', async () => {
    const { made } = await charge('card', cards.authenticates, 7_000);
    const cancelled = await provider.cancelCharge(made.intent, fresh());
    expect(cancelled.status).to.equal('cancelled');
    const second = await charge('card', cards.authenticates, 7_000);
    await provider.actionUrl(second.made.intent, 'http://127.0.0.1/back');
    standin.control.authenticate(second.made.intent, false);
    expect(await provider.readCharge(second.made.intent)).to.include({ status: 'declined', final: false });
  });

  it('tells what a charge has become when it is too late to cancel it', async () => {
    const { made } = await charge('card', cards.good, 3_000);
    expect((await provider.cancelCharge(made.intent, fresh())).status).to.equal('succeeded');
  });

  it('abandons a charge that nobody knows of: never begun it is cancelled, begun it is told', async () => {
    const { customer, method } = await payer('card', cards.good);
    const request = { payment: fresh(), customer, method, kind: 'card', amountCents: 4_000 } as const;
    const never = await provider.abandon(request, call('never:charge:1'));
    expect(never.status).to.equal('cancelled');
    // The key is taken: the charge cannot be made with it any more, and what it made is found.
    expect((await provider.charge(request, call('never:charge:1'))).status).to.equal('cancelled');
    const begun = await provider.charge(request, call('begun:charge:1'));
    expect(await provider.abandon(request, call('begun:charge:1'))).to.include({
      status: 'succeeded',
      intent: begun.intent,
    });
  });

  it('debits by SEPA, which takes days and may fail late', async () => {
    const good = await charge('sepa_debit', ibans.good, 20_000);
    const bad = await charge('sepa_debit', ibans.fails, 20_000);
    expect([good.made.status, bad.made.status]).to.deep.equal(['processing', 'processing']);
    standin.control.advance(6 * dayS);
    expect(await provider.readCharge(good.made.intent)).to.include({ status: 'succeeded', feeCents: 35 });
    expect(await provider.readCharge(bad.made.intent)).to.include({ status: 'declined' });
  });

  it('says where to send money, sees it arrive and collects it', async () => {
    const { customer } = await provider.createCustomer(fresh(), fresh());
    const { iban, bic } = await provider.fundingInstructions(customer);
    expect([iban.length > 14, bic.length > 7]).to.deep.equal([true, true]);
    expect(await provider.arrivals(customer)).to.deep.equal([]);
    standin.control.fund(customer, 150_000);
    standin.control.fund(customer, 25_001);
    const arrived = await provider.arrivals(customer);
    expect(arrived.map(({ amountCents }) => amountCents)).to.deep.equal([150_000, 25_001]);
    const request = { payment: fresh(), customer, amountCents: 150_000 };
    const made = await provider.collect(request, call(`${request.payment}:collect:1`));
    expect(made).to.include({ status: 'succeeded', feeCents: 500 });
    const again = await provider.collect(request, call(`${request.payment}:collect:1`));
    expect(again.intent).to.equal(made.intent);
  });

  it('refunds once, and never more than was charged', async () => {
    const { made } = await charge('card', cards.atOnce, 9_000);
    const request = { refund: fresh(), charge: made.charge ?? '', amountCents: 4_000 };
    const back = await provider.refund(request, call(`${request.refund}:refund:1`));
    expect(back.status).to.equal('succeeded');
    const again = await provider.refund(request, call(`${request.refund}:refund:1`, true));
    expect(again.refund).to.equal(back.refund);
    expect((await provider.readRefund(back.refund)).status).to.equal('succeeded');
    const more = provider.refund({ ...request, amountCents: 6_000 }, call(fresh()));
    expect(await failureOf(more)).to.be.instanceOf(ProviderRefused);
  });

  it('tells of a refund that the bank sends back', async () => {
    const { made } = await charge('card', cards.refundFails, 2_000);
    await charge('card', cards.atOnce, 20_000);
    const request = { refund: fresh(), charge: made.charge ?? '', amountCents: 2_000 };
    const { refund } = await provider.refund(request, call(fresh()));
    standin.control.advance(8 * dayS);
    expect((await provider.readRefund(refund)).status).to.equal('failed');
  });

  it('tells of a dispute, by itself and with its charge', async () => {
    const { made } = await charge('card', cards.good, 8_000);
    const { id } = standin.control.dispute(made.charge ?? '');
    expect((await provider.readCharge(made.intent)).disputed).to.equal(true);
    const told = { dispute: id, charge: made.charge, amountCents: 8_000, feeCents: 2_000 };
    expect(await provider.readDispute(id)).to.deep.equal({ ...told, status: 'open' });
    expect(await provider.recentDisputes()).to.deep.include({ ...told, status: 'open' });
    standin.control.decide(id, true);
    expect((await provider.readDispute(id)).status).to.equal('won');
  });

  it('sends money on to a bank once, and takes back what the bank has returned', async () => {
    await charge('card', cards.atOnce, 100_000);
    const holder = { id: fresh(), kind: 'organisation', email: 'prova@example.org' } as const;
    const { account } = await provider.createAccount(holder, fresh());
    expect((await provider.readAccount(account)).status).to.equal('onboarding');
    expect(await provider.onboardingUrl(account, 'http://127.0.0.1/back')).to.contain('/hosted/onboarding/');
    standin.control.onboard(account);
    expect((await provider.readAccount(account)).status).to.equal('ready');
    const request = { outgoing: fresh(), account, amountCents: 30_000 };
    const { transfer } = await provider.transfer(request, call(`${request.outgoing}:transfer:1`));
    standin.control.advance(2 * dayS);
    const again = await provider.transfer(request, call(`${request.outgoing}:transfer:1`, true));
    expect(again.transfer).to.equal(transfer);
    const { payout } = await provider.payOut(request, call(`${request.outgoing}:payout:1`));
    expect((await provider.payOut(request, call(`${request.outgoing}:payout:1`, true))).payout).to.equal(
      payout,
    );
    standin.control.advance(5 * dayS);
    expect((await provider.readPayout(account, payout)).status).to.equal('paid');
  });

  it('reverses a transfer once', async () => {
    const { account } = await provider.createAccount(
      { id: fresh(), kind: 'person', email: 'prova@example.org' },
      fresh(),
    );
    standin.control.onboard(account, 'IT13S0542811101000000123457');
    await charge('card', cards.atOnce, 50_000);
    const request = { outgoing: fresh(), account, amountCents: 10_000 };
    const { transfer } = await provider.transfer(request, call(`${request.outgoing}:transfer:1`));
    const { payout } = await provider.payOut(request, call(`${request.outgoing}:payout:1`));
    standin.control.advance(5 * dayS);
    expect((await provider.readPayout(account, payout)).status).to.equal('failed');
    const { reversal } = await provider.reverse(transfer, fresh());
    expect(await provider.reverse(transfer, fresh())).to.deep.equal({ reversal });
    const sources = (await linesAfter(null)).map(({ source }) => source);
    expect(sources).to.include.members([transfer, reversal]);
  });

  it('waits for a balance that does not suffice yet, without a word that the key would remember', async () => {
    const { account } = await provider.createAccount(
      { id: fresh(), kind: 'person', email: 'prova@example.org' },
      fresh(),
    );
    standin.control.onboard(account);
    const request = { outgoing: fresh(), account, amountCents: 90_000_000 };
    const short = provider.transfer(request, call(`${request.outgoing}:transfer:1`));
    expect(await failureOf(short)).to.be.instanceOf(ProviderUnavailable);
  });

  it('has books whose lines add up to the balance, from any line on', async () => {
    const all = await linesAfter(null);
    expect(all.length).to.be.greaterThan(10);
    const sum = all.reduce((total, { netCents }) => total + netCents, 0);
    expect(await provider.balanceCents()).to.equal(sum);
    const middle = all[Math.floor(all.length / 2)];
    expect(await linesAfter(middle?.id ?? null)).to.deep.equal(all.slice(Math.floor(all.length / 2) + 1));
    expect(await linesAfter(all.at(-1)?.id ?? null)).to.deep.equal([]);
  });

  it('says that nobody knows when a call was cut, and finds by the same key what it has done', async () => {
    const { customer, method } = await payer('card', cards.good);
    const request = { payment: fresh(), customer, method, kind: 'card', amountCents: 6_000 } as const;
    standin.control.faults({ calls: { cut: 1 } });
    expect(await failureOf(provider.charge(request, call('cut:1')))).to.be.instanceOf(ProviderUnavailable);
    standin.control.faults({ calls: { cut: 0, fail: 1 } });
    expect(await failureOf(provider.charge(request, call('fail:1')))).to.be.instanceOf(ProviderUnavailable);
    standin.control.faults({ calls: { fail: 0 } });
    expect((await provider.charge(request, call('cut:1'))).status).to.equal('succeeded');
    const made = standin.control.state('payment').doubles;
    expect(Object.keys(made)).to.deep.equal([]);
  });
});
