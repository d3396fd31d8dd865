import type Stripe from 'stripe';
import { refused } from '../errors.ts';
import { newDispute } from '../objects/dispute.ts';
import { snapshot, type World } from '../world.ts';
import { idOf } from '../shelf.ts';

type Dispute = Stripe.Dispute;

/** Whether the bank has still to decide. */
export const isOpen = ({ status }: Dispute): boolean =>
  status === 'needs_response' || status === 'under_review';

function finish(world: World, dispute: Dispute, status: 'won' | 'lost'): void {
  dispute.status = status;
  world.emit('charge.dispute.closed', dispute);
}

/** Takes the disputed money and the provider's fee off the balance. */
function withdraw(world: World, dispute: Dispute, fee: number): void {
  const entry = world.ledger().post({
    type: 'adjustment',
    category: 'dispute',
    amount: -dispute.amount,
    fee,
    source: dispute.id,
    description: `Chargeback withdrawal for ${idOf(dispute.charge)}`,
  });
  dispute.balance_transactions = [snapshot(entry)];
  world.emit('charge.dispute.funds_withdrawn', dispute);
}

/**
 * The payer takes a charge back at their bank. A card's may be fought over, a debit's is final at once;
 * a debit can be taken back within the terms' time after its success only.
 */
export function openDispute(world: World, charge: Stripe.Charge, reason: string): Dispute {
  const debit = charge.payment_method_details?.type === 'sepa_debit';
  if (charge.status !== 'succeeded' || !charge.captured)
    throw refused(null, 'Only a charge that succeeded can be disputed.');
  if (charge.refunded) throw refused(null, 'The charge is refunded in whole: nothing is left to dispute.');
  if (charge.disputed) throw refused('charge_disputed', 'The charge is disputed already.');
  const age = world.clock.now() - charge.created - (debit ? world.terms.sepaResult : 0);
  if (debit && age > world.terms.sepaDisputable)
    throw refused(null, 'A debit can be taken back within eight weeks.');
  charge.disputed = true;
  const dispute = newDispute(world, charge, reason);
  world.emit('charge.dispute.created', dispute);
  withdraw(world, dispute, debit ? world.terms.sepaDisputeFee : world.terms.cardDisputeFee);
  if (debit) finish(world, dispute, 'lost');
  else
    world.clock.after(world.terms.disputeDue, () => {
      if (dispute.status === 'needs_response') finish(world, dispute, 'lost');
    });
  return dispute;
}

/** Disputes a charge soon, as some test numbers do, unless that is no longer possible by then. */
export function disputeSoon(world: World, charge: Stripe.Charge, reason: string): void {
  world.clock.after(1, () => {
    if (!charge.disputed && !charge.refunded) openDispute(world, charge, reason);
  });
}

/** The bank decides: the money comes back (the fee does not), or is gone. */
export function decideDispute(world: World, dispute: Dispute, won: boolean): void {
  if (!isOpen(dispute)) throw refused(null, `The dispute is ${dispute.status} already.`);
  if (won) {
    const entry = world.ledger().post({
      type: 'adjustment',
      category: 'dispute_reversal',
      amount: dispute.amount,
      source: dispute.id,
      description: `Chargeback reversal for ${idOf(dispute.charge)}`,
    });
    dispute.balance_transactions.push(snapshot(entry));
    world.emit('charge.dispute.funds_reinstated', dispute);
  }
  finish(world, dispute, won ? 'won' : 'lost');
}
