import type { Stripe } from 'stripe';
import type { PaymentProvider, ProviderArrival } from '../../ports/payments.ts';
import { createOnce, odd } from './charges.ts';
import { asked } from './errors.ts';

type Part = Pick<PaymentProvider, 'fundingInstructions' | 'arrivals' | 'pretendTransfer' | 'collect'>;

/** Where the accounts are that payers are given; Stripe has none in Italy. */
const country = 'IE';
const currency = 'eur';

async function arrivals(stripe: Stripe, customer: string): Promise<readonly ProviderArrival[]> {
  const found: ProviderArrival[] = [];
  for await (const one of stripe.customers.listCashBalanceTransactions(customer, { limit: 100 }))
    if (one.type === 'funded' && one.currency === currency)
      found.push({ transaction: one.id, amountCents: one.net_amount });
  return found.toReversed();
}

/** Bank transfers: they arrive on the customer's cash balance, and are collected from there. */
export const bank = (stripe: Stripe): Part => ({
  fundingInstructions: (customer) =>
    asked(async () => {
      const { bank_transfer: transfer } = await stripe.customers.createFundingInstructions(customer, {
        currency,
        funding_type: 'bank_transfer',
        bank_transfer: { type: 'eu_bank_transfer', eu_bank_transfer: { country } },
      });
      const found = transfer.financial_addresses.find(({ iban }) => iban !== undefined)?.iban;
      if (found === undefined) throw odd('no account was given for transfers');
      const { iban, bic, account_holder_name: holder } = found;
      return { iban, bic, holder, bank: 'Stripe' };
    }),
  arrivals: (customer) => asked(() => arrivals(stripe, customer)),
  pretendTransfer: (customer, amount) =>
    asked(async () => {
      await stripe.testHelpers.customers.fundCashBalance(customer, { amount, currency });
    }),
  collect: ({ payment, customer, amountCents }, call) =>
    asked(() =>
      createOnce(
        stripe,
        customer,
        {
          amount: amountCents,
          currency,
          allowed_payment_method_types: ['customer_balance'],
          payment_method_data: { type: 'customer_balance' },
          payment_method_options: {
            customer_balance: {
              funding_type: 'bank_transfer',
              bank_transfer: { type: 'eu_bank_transfer', eu_bank_transfer: { country } },
            },
          },
          confirm: true,
          metadata: { payment, key: call.key },
        },
        call,
      ),
    ),
});
