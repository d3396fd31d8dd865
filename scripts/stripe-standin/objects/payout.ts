import type Stripe from 'stripe';
import { type World } from '../world.ts';

export interface PayoutWish {
  readonly amount: number;
  readonly automatic: boolean;
  readonly destination: string | null;
  readonly description: string | null;
  readonly metadata: Record<string, string>;
  readonly statementDescriptor: string | null;
}

/** Money on its way from an account's balance to its bank. */
export function newPayout(world: World, owner: string, wish: PayoutWish): Stripe.Payout {
  const payout: Stripe.Payout = {
    id: world.newId('po'),
    object: 'payout',
    amount: wish.amount,
    application_fee: null,
    application_fee_amount: null,
    arrival_date: world.clock.now() + world.terms.payoutTakes,
    automatic: wish.automatic,
    balance_transaction: null,
    created: world.clock.now(),
    currency: 'eur',
    description: wish.description ?? (wish.automatic ? 'STRIPE PAYOUT' : null),
    destination: wish.destination,
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    livemode: false,
    metadata: wish.metadata,
    method: 'standard',
    original_payout: null,
    payout_method: null,
    reconciliation_status: wish.automatic ? 'completed' : 'not_applicable',
    reversed_by: null,
    source_type: 'card',
    statement_descriptor: wish.statementDescriptor,
    status: 'pending',
    trace_id: null,
    type: 'bank_account',
  };
  return world.shelves.payouts.add(owner, payout);
}
