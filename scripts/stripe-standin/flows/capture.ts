import type Stripe from 'stripe';
import { type World } from '../world.ts';
import { feeOf } from '../terms.ts';
import { disputeSoon } from './dispute.ts';
import { idOf } from '../shelf.ts';

type Intent = Stripe.PaymentIntent;

/** The money of a charge goes onto the platform's balance. */
export function settle(world: World, charge: Stripe.Charge, amount: number, after: number): void {
  const method = charge.payment_method_details?.type ?? 'card';
  const entry = world.ledger().post({
    type: method === 'card' ? 'charge' : 'payment',
    category: 'charge',
    amount,
    fee: feeOf(world.terms, method, amount),
    source: charge.id,
    description: charge.description,
    availableOn: world.clock.now() + after,
  });
  charge.balance_transaction = entry.id;
  charge.captured = true;
  charge.amount_captured = amount;
}

/** The intent is fulfilled. */
export function succeeded(world: World, intent: Intent, amount: number): void {
  intent.status = 'succeeded';
  intent.amount_capturable = 0;
  intent.amount_received = amount;
  intent.next_action = null;
  intent.last_payment_error = null;
  world.emit('payment_intent.succeeded', intent);
}

/** Takes so many cents of a charge; the rest of a held one is let go. */
export function captured(world: World, intent: Intent, charge: Stripe.Charge, amount: number): void {
  const held = intent.status === 'requires_capture';
  const card = world.traits.cards.get(charge.payment_method ?? '');
  const { cardSettles, transferSettles } = world.terms;
  const wait = charge.payment_method_details?.type === 'card' ? cardSettles : transferSettles;
  settle(world, charge, amount, card?.instant === true ? 0 : wait);
  world.emit(held ? 'charge.captured' : 'charge.succeeded', charge);
  succeeded(world, intent, amount);
  const reason = card?.dispute;
  if (reason) disputeSoon(world, charge, reason);
}

function letGo(world: World, intent: Intent, charge: Stripe.Charge): void {
  if (intent.status !== 'requires_capture') return;
  cancelIntent(world, intent, 'automatic');
  world.emit('charge.expired', charge);
}

/** The money is held on the card, to be captured within the terms' time. */
export function authorised(world: World, intent: Intent, charge: Stripe.Charge): void {
  intent.status = 'requires_capture';
  intent.amount_capturable = intent.amount;
  world.emit('charge.succeeded', charge);
  world.emit('payment_intent.amount_capturable_updated', intent);
  world.clock.after(world.terms.holdLasts, () => letGo(world, intent, charge));
}

/** Gives the intent up; what was held is let go. */
export function cancelIntent(
  world: World,
  intent: Intent,
  reason: Stripe.PaymentIntent.CancellationReason | null,
): void {
  const held =
    intent.status === 'requires_capture' ? world.shelves.charges.find(idOf(intent.latest_charge)) : undefined;
  intent.status = 'canceled';
  intent.canceled_at = world.clock.now();
  intent.cancellation_reason = reason;
  intent.amount_capturable = 0;
  intent.next_action = null;
  if (held !== undefined) {
    held.amount_refunded = held.amount;
    held.refunded = true;
    world.emit('charge.refunded', held);
  }
  world.emit('payment_intent.canceled', intent);
}
