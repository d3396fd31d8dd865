import { expect } from 'chai';
import { Stripe } from 'stripe';
import { seeded } from '../../scripts/crash/random.ts';
import { idOf } from '../../scripts/stripe-standin/shelf.ts';
import { chargeOff, day, openProvider, type Provider } from '../support/stripe-standin.ts';

type Act = () => Promise<unknown>;

const accounts = [
  '4242424242424242',
  '4000000000000077',
  '4000000000000341',
  '4000000000000259',
  '4000000000005126',
  '4000000000007726',
  'IT40S0542811101000000123456',
  'IT13S0542811101000000123457',
  'IT83S0542811101000000123458',
];

describe('the stand-in of Stripe: a walk at random', () => {
  let provider: Provider;
  const seed = Number(process.env['STANDIN_SEED'] ?? 20261123);
  const chance = seeded(seed);
  const pick = <T>(items: readonly T[]): T | undefined => items[Math.floor(chance() * items.length)];
  const amount = (): number => 50 + Math.floor(chance() * 100_000);
  beforeEach(async () => {
    provider = await openProvider({ seed });
  });
  afterEach(() => provider.close());

  /** Everything that moves money, drawn on whatever there is at the time. */
  function actsOn(
    payers: readonly { customer: string; method: string }[],
    payees: readonly string[],
  ): readonly Act[] {
    const { stripe, standin } = provider;
    const currency = 'eur';
    const intent = async (): Promise<string> =>
      pick((await stripe.paymentIntents.list({ limit: 100 })).data)?.id ?? '';
    const payer = () => pick(payers) ?? { customer: '', method: '' };
    const payee = (): string => pick(payees) ?? '';
    return [
      () => chargeOff(provider, payer(), amount()),
      () => chargeOff(provider, payer(), amount(), { capture_method: 'manual' }),
      () =>
        stripe.paymentIntents.create({
          amount: amount(),
          currency,
          customer: payer().customer,
          payment_method_data: { type: 'customer_balance' },
          confirm: true,
        }),
      () => stripe.testHelpers.customers.fundCashBalance(payer().customer, { amount: amount(), currency }),
      async () => stripe.paymentIntents.capture(await intent(), { amount_to_capture: amount() }),
      async () => stripe.paymentIntents.cancel(await intent()),
      async () => stripe.refunds.create({ payment_intent: await intent(), amount: amount() }),
      async () => stripe.refunds.create({ payment_intent: await intent() }),
      () =>
        stripe.refunds.create({
          origin: 'customer_balance',
          customer: payer().customer,
          currency,
          amount: amount(),
        }),
      () => stripe.transfers.create({ amount: amount(), currency, destination: payee() }),
      async () => {
        const charge = idOf((await stripe.paymentIntents.retrieve(await intent())).latest_charge);
        return stripe.transfers.create({
          amount: amount(),
          currency,
          destination: payee(),
          source_transaction: charge,
        });
      },
      async () => stripe.transfers.createReversal(pick((await stripe.transfers.list()).data)?.id ?? ''),
      () => stripe.payouts.create({ amount: amount(), currency }),
      () => stripe.payouts.create({ amount: amount(), currency }, { stripeAccount: payee() }),
      () => stripe.topups.create({ amount: amount(), currency }),
      async () => stripe.disputes.close(pick((await stripe.disputes.list()).data)?.id ?? ''),
      async () =>
        stripe.disputes.update(pick((await stripe.disputes.list()).data)?.id ?? '', {
          evidence: { uncategorized_text: 'winning_evidence' },
        }),
      async () => standin.control.advance(Math.floor(chance() * 4 * day)),
    ];
  }

  it(`makes and loses no cent (seed ${seed})`, async () => {
    const { stripe, standin } = provider;
    const payers = [];
    for (const account of accounts) payers.push(await provider.payer(account));
    const payees: string[] = [];
    for (const iban of ['IT40S0542811101000000123456', 'DE62370400440532013001']) {
      const { id } = await stripe.accounts.create({ type: 'express' });
      standin.control.onboard(id, iban);
      payees.push(id);
    }
    const acts = actsOn(payers, payees);
    let done = 0;
    for (let step = 0; step < 400; step += 1)
      try {
        await pick(acts)?.();
        done += 1;
      } catch (error) {
        // What the state of things forbids is refused; anything else would be the stand-in's own fault.
        if (!(error instanceof Stripe.errors.StripeError) || (error.statusCode ?? 500) >= 500) throw error;
      }
    standin.control.advance(100 * day);
    expect(done).to.be.greaterThan(150);
    const entries = await stripe.balanceTransactions
      .list({ limit: 100 })
      .autoPagingToArray({ limit: 10_000 });
    const { available, pending } = await stripe.balance.retrieve();
    expect(entries.reduce((sum, { net }) => sum + net, 0)).to.equal(
      (available[0]?.amount ?? 0) + (pending[0]?.amount ?? 0),
    );
    expect(new Set(entries.map(({ type }) => type))).to.include.all.keys(
      'charge',
      'payment',
      'refund',
      'transfer',
      'adjustment',
      'payout',
      'topup',
    );
  });
});
