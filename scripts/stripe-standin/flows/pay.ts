import type Stripe from 'stripe';
import { unauthenticated, type Card, type Decline } from '../cards.ts';
import { refused, type ApiError } from '../errors.ts';
import { platform } from '../shelf.ts';
import { newCharge } from '../objects/charge.ts';
import { snapshot, type World } from '../world.ts';
import { attach, cardError, checkUnspent } from './methods.ts';
import { authorised, captured } from './capture.ts';
import { useCash } from './cash.ts';
import { checkDebit, submitDebit } from './debit.ts';
import { redirection } from './setup.ts';

type Intent = Stripe.PaymentIntent;
type Method = Stripe.PaymentMethod;

/** How a payment is confirmed. */
export interface Confirmation {
  readonly method: Method;
  readonly offSession: boolean;
  readonly returnUrl: string | undefined;
  /** Whether the call brings the payer's agreement to be debited. */
  readonly mandate: boolean;
  /** Whether authentication is asked for even from cards that need none. */
  readonly challenge: boolean;
  /** Whether the payment fails rather than wait for authentication. */
  readonly orFail: boolean;
}

function asksAuthentication(world: World, card: Card, method: Method, offSession: boolean): boolean {
  switch (card.authentication) {
    case 'never':
      return false;
    case 'always':
      return true;
    case 'unless set up':
      return !world.traits.setUp.has(method.id);
    case 'on session':
      return !offSession;
  }
}

/** A charge that the bank refused; the intent waits for another method. The reply is what the caller is answered. */
function declined(world: World, intent: Intent, method: Method, decline: Decline): ApiError {
  const charge = newCharge(world, intent, method);
  Object.assign(charge, {
    paid: false,
    status: 'failed',
    failure_code: decline.code,
    failure_message: decline.message,
    outcome: {
      advice_code: null,
      network_advice_code: null,
      network_decline_code: null,
      network_status: 'declined_by_network',
      reason: decline.declineCode,
      seller_message: 'The bank did not return any further details with this decline.',
      type: 'issuer_declined',
    },
  } satisfies Partial<Stripe.Charge>);
  const extra = { charge: charge.id, payment_method: snapshot(method) };
  intent.status = 'requires_payment_method';
  intent.next_action = null;
  intent.payment_method = null;
  const error = cardError(decline, extra);
  intent.last_payment_error = {
    ...(error.body as Omit<Stripe.PaymentIntent.LastPaymentError, 'type'>),
    type: 'card_error',
  };
  world.emit('charge.failed', charge);
  world.emit('payment_intent.payment_failed', intent);
  return cardError(decline, { ...extra, payment_intent: snapshot(intent) });
}

/** The holder's bank has nothing more to ask: the card is charged, or its money held until it is captured. */
export function chargeCard(world: World, intent: Intent, method: Method): ApiError | undefined {
  const decline = world.traits.cards.get(method.id)?.onCharge;
  if (decline) return declined(world, intent, method, decline);
  intent.payment_method = method.id;
  intent.next_action = null;
  intent.last_payment_error = null;
  if (intent.setup_future_usage !== null && typeof intent.customer === 'string') {
    attach(world, method, intent.customer);
    world.traits.setUp.add(method.id);
  }
  if (method.customer === null) world.traits.spent.add(method.id);
  const charge = newCharge(world, intent, method);
  if (intent.capture_method === 'manual') authorised(world, intent, charge);
  else captured(world, intent, charge, intent.amount);
  return undefined;
}

function payByCard(world: World, intent: Intent, how: Confirmation): ApiError | undefined {
  const { method, offSession, returnUrl, orFail } = how;
  const card = world.traits.cards.get(method.id);
  const challenged = how.challenge && !offSession;
  if (card === undefined || !(challenged || asksAuthentication(world, card, method, offSession)))
    return chargeCard(world, intent, method);
  if (offSession || orFail) return declined(world, intent, method, unauthenticated);
  intent.payment_method = method.id;
  intent.status = 'requires_action';
  if (returnUrl === undefined) intent.next_action = { type: 'use_stripe_sdk', use_stripe_sdk: {} };
  else {
    world.traits.returnUrls.set(intent.id, returnUrl);
    intent.next_action = redirection(world, intent.id, returnUrl);
  }
  world.emit('payment_intent.requires_action', intent);
  return undefined;
}

const confirmable = ['requires_payment_method', 'requires_confirmation', 'requires_action'];

export const wrongState = (intent: Intent, what: string): ApiError =>
  refused(
    'payment_intent_unexpected_state',
    `This PaymentIntent's status is ${intent.status}: it could not be ${what}.`,
    { payment_intent: snapshot(intent) },
  );

/** Refuses a method that can never pay such an intent, before anything is done. */
export function checkPayable(
  world: World,
  intent: Pick<Intent, 'amount' | 'customer' | 'payment_method_types'>,
  method: Method,
  agreed: boolean,
): void {
  if (!intent.payment_method_types.includes(method.type))
    throw refused(
      'payment_intent_incompatible_payment_method',
      `The method is a ${method.type}; the PaymentIntent accepts ${intent.payment_method_types.join(', ')}.`,
    );
  checkUnspent(world, method);
  if (method.customer !== null && method.customer !== intent.customer)
    throw refused(null, 'The payment method belongs to another customer than the PaymentIntent.');
  if (typeof intent.customer === 'string') world.shelves.customers.get(platform, intent.customer, 'customer');
  else if (method.type === 'customer_balance')
    throw refused('payment_intent_invalid_parameter', 'A bank transfer needs a customer.');
  if (method.type === 'sepa_debit') checkDebit(world, intent.amount, method, agreed);
}

/** Tries to be paid; the reply is the error that the caller should be answered with, if any. */
export function confirmPayment(world: World, intent: Intent, how: Confirmation): ApiError | undefined {
  if (!confirmable.includes(intent.status)) throw wrongState(intent, 'confirmed');
  const { method } = how;
  checkPayable(world, intent, method, how.mandate);
  if (method.type === 'customer_balance') return useCash(world, intent, method);
  if (method.type === 'sepa_debit') return submitDebit(world, intent, method);
  return payByCard(world, intent, how);
}
