import type Stripe from 'stripe';
import { refused } from '../errors.ts';
import { cashOf, moveCash } from '../objects/cash.ts';
import { newRefund, type RefundWish } from '../objects/refund.ts';
import { platform } from '../shelf.ts';
import { type World } from '../world.ts';

type Refund = Stripe.Refund;
type Charge = Stripe.Charge;

/** Cents of a charge that can still be refunded. */
const refundable = (charge: Charge): number => charge.amount_captured - charge.amount_refunded;

function count(charge: Charge, amount: number): void {
  charge.amount_refunded += amount;
  charge.refunded = charge.amount_refunded === charge.amount_captured;
}

function finish(world: World, refund: Refund): void {
  if (refund.status !== 'pending') return;
  refund.status = 'succeeded';
  world.emit('refund.updated', refund);
  world.emit('charge.refund.updated', refund);
}

/** The payer's bank did not take the money: it comes back onto the balance. */
function bounce(world: World, refund: Refund, charge: Charge): void {
  refund.status = 'failed';
  refund.failure_reason = 'expired_or_canceled_card';
  refund.failure_balance_transaction = world.ledger().post({
    type: 'refund_failure',
    category: 'refund_failure',
    amount: refund.amount,
    source: refund.id,
    description: 'REFUND FAILURE',
  }).id;
  count(charge, -refund.amount);
  world.emit('refund.failed', refund);
  world.emit('charge.refund.updated', refund);
}

/** The money leaves the balance; what follows depends on how it was paid. */
function pay(world: World, refund: Refund, charge: Charge): void {
  const method = charge.payment_method_details?.type;
  const card = world.traits.cards.get(charge.payment_method ?? '');
  delete refund.pending_reason;
  refund.balance_transaction = world.ledger().post({
    type: method === 'card' ? 'refund' : 'payment_refund',
    category: 'refund',
    amount: -refund.amount,
    source: refund.id,
    description: `REFUND FOR CHARGE (${charge.description ?? charge.id})`,
  }).id;
  if (method === 'customer_balance' && typeof charge.customer === 'string')
    moveCash(world, charge.customer, refund.amount, 'refunded_from_payment', {
      refunded_from_payment: { refund: refund.id },
    });
  const late = method === 'sepa_debit' || card?.refund === 'stays pending';
  if (!late) refund.status = 'succeeded';
  world.emit('charge.refunded', charge);
  const { refundTakes } = world.terms;
  if (late) {
    refund.pending_reason = 'processing';
    world.clock.after(refundTakes, () => finish(world, refund));
  } else if (card?.refund === 'fails later')
    world.clock.after(refundTakes, () => bounce(world, refund, charge));
}

/** Whether the platform's balance covers a refund now. */
const covered = (world: World, amount: number): boolean =>
  world.terms.refundsOverdraw || world.ledger().available() >= amount;

/** Pays the refunds that waited for money, in turn, as far as the balance now goes. */
export function payUncovered(world: World): void {
  for (const [id, { amount, pay: now }] of world.traits.uncovered) {
    if (!covered(world, amount)) return;
    world.traits.uncovered.delete(id);
    now();
  }
}

// Money also becomes available by the mere passing of time.
function lookEachHour(world: World): void {
  payUncovered(world);
  if (world.traits.uncovered.size > 0) world.clock.after(3600, () => lookEachHour(world));
}

/** Keeps a refund until the balance covers it. */
function postpone(world: World, refund: Refund, charge: Charge): void {
  refund.pending_reason = 'insufficient_funds';
  if (world.traits.uncovered.size === 0) world.clock.after(3600, () => lookEachHour(world));
  const now = (): void => {
    pay(world, refund, charge);
    world.emit('refund.updated', refund);
    world.emit('charge.refund.updated', refund);
  };
  world.traits.uncovered.set(refund.id, { amount: refund.amount, pay: now });
}

function checkRefundable(world: World, charge: Charge, amount: number): void {
  if (charge.status !== 'succeeded' || !charge.captured)
    throw refused(
      'charge_not_refundable',
      `Charge ${charge.id} has not succeeded: there is nothing to refund.`,
    );
  const lost = world.shelves.disputes
    .of(platform)
    .some((dispute) => dispute.charge === charge.id && dispute.status !== 'won');
  if (lost)
    throw refused('charge_disputed', `Charge ${charge.id} has been charged back; cannot issue a refund.`);
  if (refundable(charge) === 0)
    throw refused('charge_already_refunded', `Charge ${charge.id} has already been refunded.`);
  if (amount > refundable(charge))
    throw refused(
      'charge_invalid_parameter',
      `Refund amount (${amount}) is greater than unrefunded amount on charge (${refundable(charge)}).`,
      { param: 'amount' },
    );
}

/** Refunds so many cents of a charge, all that is left when none are named. */
export function refundCharge(
  world: World,
  charge: Charge,
  wish: Omit<RefundWish, 'amount' | 'charge' | 'customer'> & { readonly amount: number | undefined },
): Refund {
  const amount = wish.amount ?? refundable(charge);
  checkRefundable(world, charge, amount);
  const refund = newRefund(world, { ...wish, amount, charge, customer: null });
  count(charge, amount);
  if (covered(world, amount)) pay(world, refund, charge);
  else postpone(world, refund, charge);
  world.emit('refund.created', refund);
  return refund;
}

/** Sends a customer's unspent cash back to their bank; cents. */
export function refundCash(
  world: World,
  customer: string,
  amount: number,
  metadata: Record<string, string>,
): Refund {
  const { available } = cashOf(world, customer);
  if (amount > available)
    throw refused('balance_insufficient', `The customer's cash balance holds ${available} cents only.`, {
      param: 'amount',
    });
  const refund = newRefund(world, { amount, charge: null, customer, reason: null, metadata });
  moveCash(world, customer, -amount, 'return_initiated', {});
  refund.pending_reason = 'processing';
  world.emit('refund.created', refund);
  world.clock.after(world.terms.refundTakes, () => finish(world, refund));
  return refund;
}
