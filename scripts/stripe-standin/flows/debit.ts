import type Stripe from 'stripe';
import { refused } from '../errors.ts';
import type { Iban } from '../ibans.ts';
import { newCharge } from '../objects/charge.ts';
import { newMandate } from '../objects/mandate.ts';
import { snapshot, type World } from '../world.ts';
import { settle, succeeded } from './capture.ts';
import { disputeSoon } from './dispute.ts';
import { attach } from './methods.ts';
import { idOf } from '../shelf.ts';

type Intent = Stripe.PaymentIntent;

/** The bank did not pay: the money that was expected is taken off the balance again. */
function failed(world: World, intent: Intent, charge: Stripe.Charge, iban: Iban): void {
  const code = iban.debit === 'insufficient' ? 'insufficient_funds' : 'debit_not_authorized';
  const message =
    code === 'insufficient_funds'
      ? 'The customer’s account has insufficient funds to cover this payment.'
      : 'The customer has notified their bank that this payment was unauthorized.';
  const method = world.shelves.paymentMethods.find(idOf(charge.payment_method));
  charge.failure_balance_transaction = world.ledger().post({
    type: 'payment_failure_refund',
    category: 'charge_failure',
    amount: -charge.amount,
    source: charge.id,
    description: charge.description,
  }).id;
  Object.assign(charge, { status: 'failed', paid: false, failure_code: code, failure_message: message });
  intent.status = 'requires_payment_method';
  intent.payment_method = null;
  intent.last_payment_error = {
    charge: charge.id,
    code,
    message,
    type: 'card_error',
    ...(method === undefined ? {} : { payment_method: snapshot(method) }),
  };
  world.emit('charge.failed', charge);
  world.emit('payment_intent.payment_failed', intent);
}

function result(world: World, intent: Intent, charge: Stripe.Charge, iban: Iban): void {
  if (intent.status !== 'processing') return;
  if (iban.debit.startsWith('fails') || iban.debit === 'insufficient') {
    failed(world, intent, charge, iban);
    return;
  }
  charge.status = 'succeeded';
  charge.paid = true;
  world.emit('charge.succeeded', charge);
  succeeded(world, intent, charge.amount);
  if (iban.debit === 'disputed') disputeSoon(world, charge, 'debit_not_authorized');
}

/** The account behind a method; refuses what may not be debited from it. Cents. */
export function checkDebit(
  world: World,
  amount: number,
  method: Stripe.PaymentMethod,
  agreed: boolean,
): Iban {
  const iban = world.traits.ibans.get(method.id);
  if (iban === undefined) throw refused(null, 'No account stands behind this method.');
  if (amount > world.terms.sepaMost)
    throw refused('amount_too_large', 'A SEPA debit may take € 10,000 at most.', { param: 'amount' });
  if (!agreed && !world.traits.mandates.has(method.id))
    throw refused(
      'payment_intent_mandate_invalid',
      'The payer has not agreed to be debited: no mandate is given.',
    );
  return iban;
}

/** Sends a debit that may be made to the payer's bank; its result comes after the terms' time. */
export function submitDebit(world: World, intent: Intent, method: Stripe.PaymentMethod): undefined {
  const iban = checkDebit(world, intent.amount, method, true);
  if (!world.traits.mandates.has(method.id)) newMandate(world, method);
  if (intent.setup_future_usage !== null && typeof intent.customer === 'string')
    attach(world, method, intent.customer);
  intent.payment_method = method.id;
  intent.status = 'processing';
  intent.next_action = null;
  intent.last_payment_error = null;
  const charge = newCharge(world, intent, method);
  charge.status = 'pending';
  charge.paid = false;
  const { sepaResult, sepaSlow } = world.terms;
  const wait = sepaResult + (iban.debit.endsWith('slowly') ? sepaSlow : 0);
  settle(world, charge, charge.amount, wait);
  world.emit('charge.pending', charge);
  world.emit('payment_intent.processing', intent);
  world.clock.after(wait, () => result(world, intent, charge, iban));
  return undefined;
}
