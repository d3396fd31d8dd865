import type Stripe from 'stripe';
import { addressesFor, cashBalance, cashOf, moveCash, referenceOf } from '../objects/cash.ts';
import { newCharge } from '../objects/charge.ts';
import { newCashMethod } from '../objects/payment-method.ts';
import { idOf, platform } from '../shelf.ts';
import { type World } from '../world.ts';
import { captured } from './capture.ts';

type Intent = Stripe.PaymentIntent;

/** Cents of a bank transfer's intent that have not arrived yet. */
export const remainingOf = (world: World, intent: Intent): number =>
  intent.amount - (world.traits.applied.get(intent.id) ?? 0);

function showInstructions(world: World, intent: Intent, customer: string): void {
  intent.status = 'requires_action';
  intent.next_action = {
    type: 'display_bank_transfer_instructions',
    display_bank_transfer_instructions: {
      amount_remaining: remainingOf(world, intent),
      currency: 'eur',
      financial_addresses: addressesFor(customer),
      hosted_instructions_url: `${world.origin}/hosted/bank-transfer/${intent.id}`,
      reference: referenceOf(intent.id),
      type: 'eu_bank_transfer',
    },
  };
}

/** Sets aside as much of the customer's cash as the intent still needs, at most `most` cents; pays it when all is there. */
export function applyCash(world: World, intent: Intent, customer: string, most = Infinity): void {
  const take = Math.min(cashOf(world, customer).available, remainingOf(world, intent), most);
  if (take > 0) {
    moveCash(world, customer, -take, 'applied_to_payment', {
      applied_to_payment: { payment_intent: intent.id },
    });
    world.traits.applied.set(intent.id, (world.traits.applied.get(intent.id) ?? 0) + take);
  }
  if (remainingOf(world, intent) > 0) {
    const asked = intent.status !== 'requires_action';
    showInstructions(world, intent, customer);
    if (asked) world.emit('payment_intent.requires_action', intent);
    if (take > 0) world.emit('payment_intent.partially_funded', intent);
    return;
  }
  const method = world.shelves.paymentMethods.find(idOf(intent.payment_method));
  const charge = newCharge(world, intent, method ?? newCashMethod(world, customer));
  captured(world, intent, charge, intent.amount);
}

/** Pays with the customer's cash; what is missing is asked for by bank transfer. */
export function useCash(world: World, intent: Intent, method: Stripe.PaymentMethod): undefined {
  intent.payment_method = method.id;
  intent.last_payment_error = null;
  applyCash(world, intent, idOf(intent.customer));
  return undefined;
}

/** Gives back to the customer's cash what was set aside for an intent that is given up. */
export function unapplyCash(world: World, intent: Intent): void {
  const applied = world.traits.applied.get(intent.id) ?? 0;
  if (applied === 0 || typeof intent.customer !== 'string') return;
  world.traits.applied.delete(intent.id);
  moveCash(world, intent.customer, applied, 'unapplied_from_payment', {
    unapplied_from_payment: { payment_intent: intent.id },
  });
}

/** Which waiting payment arriving money is for: the one it names, else the one of this very amount, else the oldest. */
function nextFor(
  world: World,
  customer: string,
  reference: string | null,
  amount: number,
): Intent | undefined {
  const waiting = world.shelves.paymentIntents
    .of(platform)
    .filter(
      (intent) =>
        intent.customer === customer &&
        intent.status === 'requires_action' &&
        intent.next_action?.type === 'display_bank_transfer_instructions',
    );
  return (
    waiting.find(({ id }) => reference?.toUpperCase().includes(referenceOf(id)) === true) ??
    waiting.find((intent) => remainingOf(world, intent) === amount) ??
    waiting[0]
  );
}

/** A bank transfer of so many cents arrives from a customer. */
export function receiveCash(
  world: World,
  customer: string,
  amount: number,
  reference: string | null,
): Stripe.CustomerCashBalanceTransaction {
  const funded = moveCash(world, customer, amount, 'funded', {
    funded: {
      bank_transfer: {
        eu_bank_transfer: { bic: 'BCITITMMXXX', iban_last4: '3456', sender_name: 'Test sender' },
        reference,
        type: 'eu_bank_transfer',
      },
    },
  });
  const cash = cashOf(world, customer);
  for (let again = cash.automatic; again && cash.available > 0;) {
    const intent = nextFor(world, customer, reference, cash.available);
    if (intent === undefined) break;
    const before = cash.available;
    applyCash(world, intent, customer);
    again = cash.available < before;
  }
  if (cash.available > 0) world.emit('cash_balance.funds_available', cashBalance(world, customer));
  return funded;
}
