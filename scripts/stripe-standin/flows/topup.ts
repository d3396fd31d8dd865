import type Stripe from 'stripe';
import { platform } from '../shelf.ts';
import { type World } from '../world.ts';

/** The platform puts money of its own onto its balance; it is there at once. Cents. */
export function topUp(
  world: World,
  amount: number,
  description: string | null,
  metadata: Record<string, string>,
): Stripe.Topup {
  const topup: Stripe.Topup = {
    id: world.newId('tu'),
    object: 'topup',
    amount,
    balance_transaction: null,
    created: world.clock.now(),
    currency: 'eur',
    description,
    expected_availability_date: world.clock.now(),
    failure_code: null,
    failure_message: null,
    initiated_by: 'user',
    livemode: false,
    metadata,
    source: null,
    statement_descriptor: null,
    status: 'succeeded',
    transfer_group: null,
  };
  topup.balance_transaction = world.ledger().post({
    type: 'topup',
    category: 'topup',
    amount,
    source: topup.id,
    description,
  }).id;
  world.shelves.topups.add(platform, topup);
  world.emit('topup.succeeded', topup);
  return topup;
}
