import type Stripe from 'stripe';
import type { Params } from '../form.ts';
import { platform } from '../shelf.ts';
import { untouched } from './charge.ts';
import { type World } from '../world.ts';

/** Money of the platform's on its way to a connected account. */
export function newTransfer(
  world: World,
  params: Params,
  source: Stripe.Charge | undefined,
): Stripe.Transfer {
  const id = world.newId('tr');
  const transfer: Stripe.Transfer = {
    id,
    object: 'transfer',
    amount: params.needInteger('amount'),
    amount_reversed: 0,
    balance_transaction: null,
    created: world.clock.now(),
    currency: 'eur',
    description: params.text('description') ?? null,
    destination: params.needText('destination'),
    livemode: false,
    metadata: params.metadata(),
    reversals: { object: 'list', data: [], has_more: false, url: `/v1/transfers/${id}/reversals` },
    reversed: false,
    source_transaction: source?.id ?? null,
    source_type: 'card',
    transfer_group: params.text('transfer_group') ?? source?.transfer_group ?? null,
  };
  return world.shelves.transfers.add(platform, transfer);
}

/** The other side of a transfer: a payment on the connected account. */
export function destinationPayment(world: World, transfer: Stripe.Transfer, entry: string): Stripe.Charge {
  const id = world.newId('py');
  transfer.destination_payment = id;
  const charge: Stripe.Charge = {
    ...untouched,
    id,
    object: 'charge',
    amount: transfer.amount,
    amount_captured: transfer.amount,
    balance_transaction: entry,
    billing_details: { address: null, email: null, name: null, phone: null, tax_id: null },
    calculated_statement_descriptor: null,
    captured: true,
    created: world.clock.now(),
    currency: 'eur',
    customer: null,
    description: transfer.description,
    metadata: {},
    outcome: null,
    paid: true,
    payment_intent: null,
    payment_method: null,
    payment_method_details: { stripe_account: {}, type: 'stripe_account' },
    receipt_email: null,
    source_transfer: transfer.id,
    statement_descriptor_suffix: null,
    status: 'succeeded',
    transfer_group: transfer.transfer_group,
  };
  return charge;
}

/** Money of a transfer that comes back to the platform. */
export function newReversal(
  world: World,
  transfer: Stripe.Transfer,
  amount: number,
  metadata: Record<string, string>,
): Stripe.TransferReversal {
  const reversal: Stripe.TransferReversal = {
    id: world.newId('trr'),
    object: 'transfer_reversal',
    amount,
    balance_transaction: null,
    created: world.clock.now(),
    currency: 'eur',
    destination_payment_refund: null,
    metadata,
    source_refund: null,
    transfer: transfer.id,
  };
  return world.shelves.reversals.add(platform, reversal);
}
