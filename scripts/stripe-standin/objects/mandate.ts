import type Stripe from 'stripe';
import { platform } from '../shelf.ts';
import { type World } from '../world.ts';

/** The payer's leave to debit an account again and again. */
export function newMandate(world: World, method: Stripe.PaymentMethod): Stripe.Mandate {
  const id = world.newId('mandate');
  const reference = world.newId('', 16).toUpperCase();
  const mandate: Stripe.Mandate = {
    id,
    object: 'mandate',
    customer_acceptance: {
      accepted_at: world.clock.now(),
      online: { ip_address: '127.0.0.1', user_agent: 'stripe-standin' },
      type: 'online',
    },
    livemode: false,
    multi_use: {},
    payment_method: method.id,
    payment_method_details: {
      sepa_debit: { reference, url: `${world.origin}/hosted/mandate/${id}` },
      type: 'sepa_debit',
    },
    status: 'active',
    type: 'multi_use',
  };
  world.traits.mandates.set(method.id, id);
  return world.shelves.mandates.add(platform, mandate);
}
