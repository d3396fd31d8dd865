import type Stripe from 'stripe';
import { platform } from '../shelf.ts';
import { type World } from '../world.ts';

export interface RefundWish {
  readonly amount: number;
  readonly charge: Stripe.Charge | null;
  readonly customer: string | null;
  readonly reason: Stripe.Refund.Reason | null;
  readonly metadata: Record<string, string>;
}

/** Money on its way back to who paid it. */
export function newRefund(world: World, wish: RefundWish): Stripe.Refund {
  const { charge } = wish;
  const card = charge?.payment_method_details?.type === 'card';
  const destination: Stripe.Refund.DestinationDetails = card
    ? {
        card: { reference_status: 'pending', reference_type: 'acquirer_reference_number', type: 'refund' },
        type: 'card',
      }
    : charge?.payment_method_details?.type === 'customer_balance'
      ? { customer_cash_balance: {}, type: 'customer_cash_balance' }
      : { eu_bank_transfer: { reference: null, reference_status: 'pending' }, type: 'eu_bank_transfer' };
  const refund: Stripe.Refund = {
    id: world.newId(card ? 're' : 'pyr'),
    object: 'refund',
    amount: wish.amount,
    balance_transaction: null,
    charge: charge?.id ?? null,
    created: world.clock.now(),
    currency: 'eur',
    customer: wish.customer,
    customer_account: null,
    destination_details: destination,
    metadata: wish.metadata,
    payment_intent: charge?.payment_intent ?? null,
    payment_method: charge?.payment_method ?? null,
    reason: wish.reason,
    receipt_number: null,
    source_transfer_reversal: null,
    status: 'pending',
    transfer_reversal: null,
  };
  return world.shelves.refunds.add(platform, refund);
}
