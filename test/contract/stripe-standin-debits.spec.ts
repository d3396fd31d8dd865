import { expect } from 'chai';
import type Stripe from 'stripe';
import { chargeOff, day, openProvider, submit, type Provider } from '../support/stripe-standin.ts';
import { idOf } from '../../scripts/stripe-standin/shelf.ts';

const minute = 60;

describe('the stand-in of Stripe: SEPA debits', () => {
  let provider: Provider;
  let stripe: Stripe;
  beforeEach(async () => {
    provider = await openProvider();
    ({ stripe } = provider);
  });
  afterEach(() => provider.close());

  const intentOf = (id: string): Promise<Stripe.PaymentIntent> =>
    stripe.paymentIntents.retrieve(id, { expand: ['latest_charge.balance_transaction'] });

  it('saves an account with a mandate', async () => {
    const { customer, method } = await provider.payer('IT40S0542811101000000123456');
    const kept = await stripe.paymentMethods.retrieve(method);
    expect(kept).to.include({ type: 'sepa_debit', customer });
    expect(kept.sepa_debit).to.include({ last4: '3456', country: 'IT' });
    const [setup] = (await stripe.setupIntents.list({ customer })).data;
    const mandate = await stripe.mandates.retrieve(idOf(setup?.mandate));
    expect(mandate).to.include({ status: 'active', payment_method: method, type: 'multi_use' });
    const page = await fetch(mandate.payment_method_details.sepa_debit?.url ?? '');
    expect(await page.text()).to.include('ending in 3456');
  });

  it('needs the payer’s agreement when an account is not saved', async () => {
    const { id: customer } = await stripe.customers.create();
    const wish: Stripe.PaymentIntentCreateParams = {
      amount: 5000,
      currency: 'eur',
      customer,
      allowed_payment_method_types: ['sepa_debit'],
      payment_method_data: {
        type: 'sepa_debit',
        sepa_debit: { iban: 'DE89370400440532013000' },
        billing_details: { name: 'Ada', email: 'ada@example.org' },
      },
      confirm: true,
    };
    const refused = await provider.refusal(stripe.paymentIntents.create(wish));
    expect(refused.code).to.equal('payment_intent_mandate_invalid');
    const agreed = await stripe.paymentIntents.create({
      ...wish,
      mandate_data: {
        customer_acceptance: { type: 'online', online: { ip_address: '127.0.0.1', user_agent: 'test' } },
      },
    });
    expect(agreed.status).to.equal('processing');
  });

  it('succeeds after days, and only then counts as available', async () => {
    const { id } = await chargeOff(provider, await provider.payer('IT40S0542811101000000123456'), 50_000);
    const waiting = await intentOf(id);
    expect(waiting.status).to.equal('processing');
    const charge = waiting.latest_charge as Stripe.Charge;
    expect(charge).to.include({ status: 'pending', paid: false });
    expect(charge.balance_transaction).to.include({
      type: 'payment',
      fee: 35,
      net: 49_965,
      status: 'pending',
    });
    const cancelled = await provider.refusal(stripe.paymentIntents.cancel(id));
    expect(cancelled.code).to.equal('payment_intent_unexpected_state');
    provider.standin.control.advance(5 * day - minute);
    expect((await intentOf(id)).status).to.equal('processing');
    provider.standin.control.advance(2 * minute);
    expect(await intentOf(id)).to.include({ status: 'succeeded', amount_received: 50_000 });
    expect((await stripe.balance.retrieve()).available[0]?.amount).to.equal(49_965);
  });

  for (const [iban, wait, code] of [
    ['IT13S0542811101000000123457', 0, 'debit_not_authorized'],
    ['DE78370400440532013004', 3 * minute, 'debit_not_authorized'],
    ['DE65370400440002222227', 0, 'insufficient_funds'],
  ] as const) {
    it(`fails after days for ${iban}, and takes the expected money off again`, async () => {
      const payer = await provider.payer(iban);
      const { id } = await chargeOff(provider, payer, 50_000);
      provider.standin.control.advance(5 * day + wait - 1);
      expect((await intentOf(id)).status).to.equal('processing');
      provider.standin.control.advance(2);
      const failed = await intentOf(id);
      expect(failed.status).to.equal('requires_payment_method');
      expect(failed.last_payment_error).to.include({ code });
      const charge = failed.latest_charge as Stripe.Charge;
      expect(charge).to.include({ status: 'failed', paid: false, failure_code: code });
      const back = await stripe.balanceTransactions.retrieve(idOf(charge.failure_balance_transaction));
      expect(back).to.include({ type: 'payment_failure_refund', amount: -50_000, net: -50_000 });
      const [sums] = Object.values(provider.standin.control.state().customers);
      expect(sums).to.include({ charged: 0, pending: 0 });
      const retried = await stripe.paymentIntents.confirm(id, {
        payment_method: payer.method,
        off_session: true,
      });
      expect(retried.status).to.equal('processing');
    });
  }

  it('takes € 10,000 at most at a time', async () => {
    const payer = await provider.payer('IT40S0542811101000000123456');
    const refused = await provider.refusal(chargeOff(provider, payer, 1_000_001));
    expect(refused.code).to.equal('amount_too_large');
    expect((await chargeOff(provider, payer, 1_000_000)).status).to.equal('processing');
  });

  it('is taken back by its payer at once, and finally', async () => {
    const { id } = await chargeOff(provider, await provider.payer('IT83S0542811101000000123458'), 50_000);
    provider.standin.control.advance(5 * day + 2);
    expect((await intentOf(id)).status).to.equal('succeeded');
    const [dispute] = (await stripe.disputes.list({ payment_intent: id })).data;
    expect(dispute).to.include({ status: 'lost', amount: 50_000, is_charge_refundable: false });
    expect(dispute?.balance_transactions[0]).to.include({ amount: -50_000, fee: 1000, net: -51_000 });
  });

  it('can be taken back within eight weeks, not later', async () => {
    const payer = await provider.payer('IT40S0542811101000000123456');
    const [early, late] = [await chargeOff(provider, payer, 5000), await chargeOff(provider, payer, 6000)];
    provider.standin.control.advance((5 + 56) * day);
    provider.standin.control.dispute(early.id);
    provider.standin.control.advance(day);
    expect(() => provider.standin.control.dispute(late.id)).to.throw('eight weeks');
  });
});

describe('the stand-in of Stripe: bank transfers', () => {
  let provider: Provider;
  let stripe: Stripe;
  let customer: string;
  beforeEach(async () => {
    provider = await openProvider();
    ({ stripe } = provider);
    customer = (await stripe.customers.create({ name: 'Large' })).id;
  });
  afterEach(() => provider.close());

  const ask = (amount: number): Promise<Stripe.PaymentIntent> =>
    stripe.paymentIntents.create({
      amount,
      currency: 'eur',
      customer,
      allowed_payment_method_types: ['customer_balance'],
      payment_method_data: { type: 'customer_balance' },
      payment_method_options: {
        customer_balance: {
          funding_type: 'bank_transfer',
          bank_transfer: { type: 'eu_bank_transfer', eu_bank_transfer: { country: 'IE' } },
        },
      },
      confirm: true,
    });
  const fund = (amount: number, reference?: string): Promise<Stripe.CustomerCashBalanceTransaction> =>
    stripe.testHelpers.customers.fundCashBalance(customer, {
      amount,
      currency: 'eur',
      ...(reference === undefined ? {} : { reference }),
    });
  const cash = async (): Promise<number> =>
    (await stripe.customers.retrieveCashBalance(customer)).available?.['eur'] ?? 0;

  it('names an account of the customer’s own', async () => {
    const wish = {
      currency: 'eur',
      funding_type: 'bank_transfer',
      bank_transfer: { type: 'eu_bank_transfer', eu_bank_transfer: { country: 'IE' } },
    } as const;
    const first = await stripe.customers.createFundingInstructions(customer, wish);
    const again = await stripe.customers.createFundingInstructions(customer, wish);
    expect(first.bank_transfer.financial_addresses[0]?.iban?.iban).to.match(/^IE\d{2}STPE\d{14}$/);
    expect(again).to.deep.equal(first);
  });

  it('asks for a transfer, is paid in parts, and keeps what is too much', async () => {
    const intent = await ask(2_000_000);
    const told = intent.next_action?.display_bank_transfer_instructions;
    expect(intent.status).to.equal('requires_action');
    expect(told?.amount_remaining).to.equal(2_000_000);
    const funded = await fund(1_500_000, `Piazza ${told?.reference ?? ''}`);
    expect(funded).to.include({ type: 'funded', net_amount: 1_500_000 });
    const partly = await stripe.paymentIntents.retrieve(intent.id);
    expect(partly.next_action?.display_bank_transfer_instructions?.amount_remaining).to.equal(500_000);
    await fund(600_000);
    const paid = await stripe.paymentIntents.retrieve(intent.id, {
      expand: ['latest_charge.balance_transaction'],
    });
    expect(paid).to.include({ status: 'succeeded', amount_received: 2_000_000, next_action: null });
    const entry = (paid.latest_charge as Stripe.Charge).balance_transaction;
    expect(entry).to.include({ type: 'payment', fee: 500, net: 1_999_500, status: 'available' });
    expect(await cash()).to.equal(100_000);
    const moves = (await stripe.customers.listCashBalanceTransactions(customer)).data;
    expect(moves.map(({ type, net_amount }) => [type, net_amount])).to.deep.equal([
      ['applied_to_payment', -500_000],
      ['funded', 600_000],
      ['applied_to_payment', -1_500_000],
      ['funded', 1_500_000],
    ]);
  });

  it('pays from cash that is there already', async () => {
    await fund(30_000);
    const intent = await ask(20_000);
    expect(intent.status).to.equal('succeeded');
    expect(await cash()).to.equal(10_000);
  });

  it('gives arriving money to the payment it names, else to the one of its amount, else to the oldest', async () => {
    const [oldest, named, equal] = [await ask(10_000), await ask(20_000), await ask(30_000)];
    const statuses = async (): Promise<string[]> => {
      const all = [oldest, named, equal].map(({ id }) => stripe.paymentIntents.retrieve(id));
      return (await Promise.all(all)).map(({ status }) => status);
    };
    await fund(20_000, named.next_action?.display_bank_transfer_instructions?.reference ?? '');
    expect(await statuses()).to.deep.equal(['requires_action', 'succeeded', 'requires_action']);
    await fund(30_000);
    expect(await statuses()).to.deep.equal(['requires_action', 'succeeded', 'succeeded']);
    await fund(10_500);
    expect(await statuses()).to.deep.equal(['succeeded', 'succeeded', 'succeeded']);
    expect(await cash()).to.equal(500);
  });

  it('waits to be told when it shall not reconcile by itself', async () => {
    await stripe.customers.updateCashBalance(customer, { settings: { reconciliation_mode: 'manual' } });
    const intent = await ask(10_000);
    await fund(10_000);
    expect((await stripe.paymentIntents.retrieve(intent.id)).status).to.equal('requires_action');
    const partly = await stripe.paymentIntents.applyCustomerBalance(intent.id, { amount: 4000 });
    expect(partly.status).to.equal('requires_action');
    expect(await cash()).to.equal(6000);
    const paid = await stripe.paymentIntents.applyCustomerBalance(intent.id);
    expect(paid.status).to.equal('succeeded');
  });

  it('returns applied cash when the payment is given up, refunds to cash, and sends cash back to the bank', async () => {
    const given = await ask(10_000);
    await fund(4000);
    await stripe.paymentIntents.cancel(given.id);
    expect(await cash()).to.equal(4000);
    const paid = await ask(4000);
    const refund = await stripe.refunds
      .create({ payment_intent: paid.id, amount: 3000 })
      .catch(() => undefined);
    expect(refund?.status, 'the fee left too little for all, enough for a part').to.equal('succeeded');
    expect(await cash()).to.equal(3000);
    const tooMuch = await provider.refusal(
      stripe.refunds.create({ origin: 'customer_balance', customer, currency: 'eur', amount: 3001 }),
    );
    expect(tooMuch.code).to.equal('balance_insufficient');
    const back = await stripe.refunds.create({
      origin: 'customer_balance',
      customer,
      currency: 'eur',
      amount: 3000,
    });
    expect(back.status).to.equal('pending');
    expect(await cash()).to.equal(0);
    provider.standin.control.advance(5 * day + 1);
    expect((await stripe.refunds.retrieve(back.id)).status).to.equal('succeeded');
  });

  it('shows the instructions on a page of its own, where the money can be sent in place of the bank', async () => {
    const intent = await ask(12_345);
    const url = intent.next_action?.display_bank_transfer_instructions?.hosted_instructions_url ?? '';
    expect(await (await fetch(url)).text()).to.include('€ 123.45');
    await submit(url, { cents: '12345' });
    expect((await stripe.paymentIntents.retrieve(intent.id)).status).to.equal('succeeded');
  });
});
