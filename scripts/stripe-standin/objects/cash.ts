import type Stripe from 'stripe';
import { platform } from '../shelf.ts';
import { type World } from '../world.ts';

type CashTransaction = Stripe.CustomerCashBalanceTransaction;

/** Unspent money of a customer at the provider. */
export function cashOf(world: World, customer: string): { available: number; automatic: boolean } {
  const kept = world.traits.cash.get(customer);
  if (kept !== undefined) return kept;
  const cash = { available: 0, automatic: true };
  world.traits.cash.set(customer, cash);
  return cash;
}

export function cashBalance(world: World, customer: string): Stripe.CashBalance {
  const { available, automatic } = cashOf(world, customer);
  return {
    object: 'cash_balance',
    available: available === 0 ? null : { eur: available },
    customer,
    customer_account: null,
    livemode: false,
    settings: {
      reconciliation_mode: automatic ? 'automatic' : 'manual',
      using_merchant_default: automatic,
    },
  };
}

/** Moves a customer's cash and records why; `amount` in cents, negative away from the customer. */
export function moveCash(
  world: World,
  customer: string,
  amount: number,
  type: CashTransaction['type'],
  why: Partial<CashTransaction>,
): CashTransaction {
  const cash = cashOf(world, customer);
  cash.available += amount;
  if (cash.available < 0) throw new Error(`The cash of ${customer} fell to ${cash.available}`);
  const transaction: CashTransaction = {
    ...why,
    id: world.newId('ccsbtxn'),
    object: 'customer_cash_balance_transaction',
    created: world.clock.now(),
    currency: 'eur',
    customer,
    customer_account: null,
    ending_balance: cash.available,
    livemode: false,
    net_amount: amount,
    type,
  };
  world.shelves.cashTransactions.add(platform, transaction);
  world.emit('customer_cash_balance_transaction.created', transaction);
  return transaction;
}

const noAddress: Stripe.Address = {
  city: 'Dublin',
  country: 'IE',
  line1: '1 Grand Canal Street Lower',
  line2: null,
  postal_code: 'D02 H210',
  state: null,
};

/** The account number that is this customer's alone: from the letters of the customer's id. */
function virtualIban(customer: string): string {
  const account = Array.from(customer.slice(4)).reduce(
    (sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1e14,
    7,
  );
  const bban = `STPE${String(Math.floor(account)).padStart(14, '0')}`;
  const digits = [...`${bban}IE00`].map((letter) => Number.parseInt(letter, 36)).join('');
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97;
  return `IE${String(98 - rest).padStart(2, '0')}${bban}`;
}

/** What a customer writes as the reason of a transfer for one payment. */
export const referenceOf = (intent: string): string => intent.slice(3, 15).toUpperCase();

/** Where a customer sends money to. */
export function addressesFor(customer: string): Stripe.FundingInstructions.BankTransfer.FinancialAddress[] {
  return [
    {
      type: 'iban',
      supported_networks: ['sepa'],
      iban: {
        account_holder_address: noAddress,
        account_holder_name: 'Stripe Technology Europe Limited',
        bank_address: noAddress,
        bic: 'STPEIE2DXXX',
        country: 'IE',
        iban: virtualIban(customer),
      },
    },
  ];
}
