import { expect } from 'chai';
import type { Stripe } from 'stripe';
import { routes } from '../../scripts/stripe-standin/routes/index.ts';
import { idOf } from '../../scripts/stripe-standin/shelf.ts';
import { propertiesOf, shapeProblems } from '../support/stripe-shapes.ts';
import { chargeOff, day, openProvider, type Provider } from '../support/stripe-standin.ts';

/** Which parameters of the SDK's each endpoint takes: the file of its resources, and the interface. */
const params: Readonly<Record<string, readonly [string, string]>> = {
  'POST /v1/customers': ['Customers', 'CustomerCreateParams'],
  'GET /v1/customers': ['Customers', 'CustomerListParams'],
  'POST /v1/customers/:id': ['Customers', 'CustomerUpdateParams'],
  'GET /v1/customers/:id/payment_methods': ['Customers', 'CustomerListPaymentMethodsParams'],
  'POST /v1/customers/:id/funding_instructions': ['Customers', 'CustomerCreateFundingInstructionsParams'],
  'POST /v1/customers/:id/cash_balance': ['Customers', 'CustomerUpdateCashBalanceParams'],
  'GET /v1/customers/:id/cash_balance_transactions': [
    'Customers',
    'CustomerListCashBalanceTransactionsParams',
  ],
  'POST /v1/test_helpers/customers/:id/fund_cash_balance': [
    'TestHelpers/Customers',
    'TestHelpers.CustomerFundCashBalanceParams',
  ],
  'POST /v1/checkout/sessions': ['Checkout/Sessions', 'Checkout.SessionCreateParams'],
  'GET /v1/checkout/sessions': ['Checkout/Sessions', 'Checkout.SessionListParams'],
  'POST /v1/setup_intents': ['SetupIntents', 'SetupIntentCreateParams'],
  'GET /v1/setup_intents': ['SetupIntents', 'SetupIntentListParams'],
  'POST /v1/setup_intents/:id/confirm': ['SetupIntents', 'SetupIntentConfirmParams'],
  'POST /v1/setup_intents/:id/cancel': ['SetupIntents', 'SetupIntentCancelParams'],
  'POST /v1/payment_methods': ['PaymentMethods', 'PaymentMethodCreateParams'],
  'GET /v1/payment_methods': ['PaymentMethods', 'PaymentMethodListParams'],
  'POST /v1/payment_methods/:id/attach': ['PaymentMethods', 'PaymentMethodAttachParams'],
  'POST /v1/payment_intents': ['PaymentIntents', 'PaymentIntentCreateParams'],
  'GET /v1/payment_intents': ['PaymentIntents', 'PaymentIntentListParams'],
  'GET /v1/payment_intents/:id': ['PaymentIntents', 'PaymentIntentRetrieveParams'],
  'POST /v1/payment_intents/:id': ['PaymentIntents', 'PaymentIntentUpdateParams'],
  'POST /v1/payment_intents/:id/confirm': ['PaymentIntents', 'PaymentIntentConfirmParams'],
  'POST /v1/payment_intents/:id/capture': ['PaymentIntents', 'PaymentIntentCaptureParams'],
  'POST /v1/payment_intents/:id/cancel': ['PaymentIntents', 'PaymentIntentCancelParams'],
  'POST /v1/payment_intents/:id/apply_customer_balance': [
    'PaymentIntents',
    'PaymentIntentApplyCustomerBalanceParams',
  ],
  'GET /v1/charges': ['Charges', 'ChargeListParams'],
  'POST /v1/refunds': ['Refunds', 'RefundCreateParams'],
  'GET /v1/refunds': ['Refunds', 'RefundListParams'],
  'POST /v1/refunds/:id': ['Refunds', 'RefundUpdateParams'],
  'GET /v1/disputes': ['Disputes', 'DisputeListParams'],
  'POST /v1/disputes/:id': ['Disputes', 'DisputeUpdateParams'],
  'POST /v1/accounts': ['Accounts', 'AccountCreateParams'],
  'GET /v1/accounts': ['Accounts', 'AccountListParams'],
  'POST /v1/accounts/:id': ['Accounts', 'AccountUpdateParams'],
  'POST /v1/account_links': ['AccountLinks', 'AccountLinkCreateParams'],
  'POST /v1/transfers': ['Transfers', 'TransferCreateParams'],
  'GET /v1/transfers': ['Transfers', 'TransferListParams'],
  'POST /v1/transfers/:id/reversals': ['Transfers', 'TransferCreateReversalParams'],
  'GET /v1/transfers/:id/reversals': ['Transfers', 'TransferListReversalsParams'],
  'POST /v1/payouts': ['Payouts', 'PayoutCreateParams'],
  'GET /v1/payouts': ['Payouts', 'PayoutListParams'],
  'GET /v1/balance_transactions': ['BalanceTransactions', 'BalanceTransactionListParams'],
  'POST /v1/topups': ['Topups', 'TopupCreateParams'],
  'GET /v1/events': ['Events', 'EventListParams'],
};

describe('the stand-in of Stripe: its shapes are those of the SDK', () => {
  let provider: Provider;
  let stripe: Stripe;
  beforeEach(async () => {
    provider = await openProvider();
    ({ stripe } = provider);
  });
  afterEach(() => provider.close());

  const agrees = (reply: object, file: string, name: string): void => {
    const plain = JSON.parse(JSON.stringify(reply)) as object;
    expect(shapeProblems(plain, file, name)).to.deep.equal([]);
  };

  for (const { method, path, accepts } of routes) {
    const names = accepts.split(' ').filter((name) => name !== '');
    if (names.length === 0) continue;
    it(`takes for ${method} ${path} only what Stripe takes`, () => {
      const [file, name] = params[`${method} ${path}`] ?? ['', ''];
      const known = propertiesOf(file, name);
      expect(names.filter((given) => !known.includes(given))).to.deep.equal([]);
    });
  }

  it('of customers, sessions, and what they save', async () => {
    for (const account of ['4242424242424242', 'IT40S0542811101000000123456']) {
      const { customer, method } = await provider.payer(account);
      agrees(await stripe.customers.retrieve(customer), 'Customers', 'Customer');
      agrees(await stripe.paymentMethods.retrieve(method), 'PaymentMethods', 'PaymentMethod');
      const [setup] = (await stripe.setupIntents.list({ customer })).data;
      agrees(setup ?? {}, 'SetupIntents', 'SetupIntent');
      const mandate = idOf(setup?.mandate);
      if (mandate !== '') agrees(await stripe.mandates.retrieve(mandate), 'Mandates', 'Mandate');
    }
    const [session] = (await stripe.checkout.sessions.list()).data;
    agrees(session ?? {}, 'Checkout/Sessions', 'Session');
  });

  it('of payments in each of their states', async () => {
    const payers = [
      await provider.payer(),
      await provider.payer('IT83S0542811101000000123458'),
      await provider.payer('IT13S0542811101000000123457'),
    ];
    for (const payer of payers) await chargeOff(provider, payer, 2000);
    const asking = await provider.payer('4000002760003184');
    await provider.refusal(chargeOff(provider, asking, 2000));
    await chargeOff(provider, asking, 2000, { off_session: false, return_url: 'http://venue.example/' });
    await chargeOff(provider, await provider.payer(), 2000, { capture_method: 'manual' });
    await stripe.paymentIntents.create({
      amount: 2000,
      currency: 'eur',
      customer: asking.customer,
      payment_method_data: { type: 'customer_balance' },
      confirm: true,
    });
    for (const seconds of [0, 6 * day, 7 * day]) {
      provider.standin.control.advance(seconds);
      for (const intent of (await stripe.paymentIntents.list()).data)
        agrees(intent, 'PaymentIntents', 'PaymentIntent');
      for (const charge of (await stripe.charges.list()).data) agrees(charge, 'Charges', 'Charge');
    }
    for (const dispute of (await stripe.disputes.list()).data) agrees(dispute, 'Disputes', 'Dispute');
  });

  it('of cash, refunds and balances', async () => {
    const { customer, method } = await provider.payer('4000000000005126');
    const { id } = await chargeOff(provider, { customer, method }, 10_000);
    provider.standin.control.topUp(50_000);
    await stripe.refunds.create({ payment_intent: id, amount: 1000, reason: 'requested_by_customer' });
    provider.standin.control.fund(customer, 5000, 'hello');
    await stripe.refunds.create({ origin: 'customer_balance', customer, currency: 'eur', amount: 100 });
    provider.standin.control.advance(6 * day);
    for (const refund of (await stripe.refunds.list()).data) agrees(refund, 'Refunds', 'Refund');
    agrees(await stripe.customers.retrieveCashBalance(customer), 'CashBalances', 'CashBalance');
    for (const entry of (await stripe.customers.listCashBalanceTransactions(customer)).data)
      agrees(entry, 'CustomerCashBalanceTransactions', 'CustomerCashBalanceTransaction');
    const instructions = await stripe.customers.createFundingInstructions(customer, {
      currency: 'eur',
      funding_type: 'bank_transfer',
      bank_transfer: { type: 'eu_bank_transfer', eu_bank_transfer: { country: 'IE' } },
    });
    agrees(instructions, 'FundingInstructions', 'FundingInstructions');
    agrees(await stripe.balance.retrieve(), 'Balance', 'Balance');
    for (const entry of (await stripe.balanceTransactions.list()).data)
      agrees(entry, 'BalanceTransactions', 'BalanceTransaction');
    agrees(await stripe.topups.create({ amount: 100, currency: 'eur' }), 'Topups', 'Topup');
  });

  it('of connected accounts, and of all events', async () => {
    const account = await stripe.accounts.create({ type: 'express', country: 'IT' });
    agrees(account, 'Accounts', 'Account');
    const link = await stripe.accountLinks.create({
      account: account.id,
      type: 'account_onboarding',
      return_url: 'http://venue.example/',
      refresh_url: 'http://venue.example/',
    });
    agrees(link, 'AccountLinks', 'AccountLink');
    provider.standin.control.onboard(account.id, 'DE62370400440532013001');
    agrees(await stripe.accounts.retrieve(account.id), 'Accounts', 'Account');
    provider.standin.control.topUp(50_000);
    const transfer = await stripe.transfers.create({
      amount: 9000,
      currency: 'eur',
      destination: account.id,
    });
    agrees(
      await stripe.transfers.createReversal(transfer.id, { amount: 100 }),
      'TransferReversals',
      'TransferReversal',
    );
    agrees(await stripe.transfers.retrieve(transfer.id), 'Transfers', 'Transfer');
    provider.standin.control.advance(4 * day);
    const connected = { stripeAccount: account.id };
    for (const payout of (await stripe.payouts.list({}, connected)).data) agrees(payout, 'Payouts', 'Payout');
    for (const charge of (await stripe.charges.list({}, connected)).data) agrees(charge, 'Charges', 'Charge');
    for (const owner of [{}, connected])
      for (const event of (await stripe.events.list({ limit: 100 }, owner)).data) {
        const { data, ...rest } = event;
        agrees({ ...rest, data: { ...data, object: {} } }, 'Events', 'EventBase');
        expect(Object.keys(data.object)).to.include.members(['object']);
      }
  });
});
