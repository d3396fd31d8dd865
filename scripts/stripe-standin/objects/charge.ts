import type Stripe from 'stripe';
import { type World } from '../world.ts';
import { platform } from '../shelf.ts';

/** A charge that nothing has happened to. */
export const untouched = {
  amount_captured: 0,
  amount_refunded: 0,
  application: null,
  application_fee: null,
  application_fee_amount: null,
  balance_transaction: null,
  disputed: false,
  failure_balance_transaction: null,
  failure_code: null,
  failure_message: null,
  fraud_details: {},
  livemode: false,
  on_behalf_of: null,
  receipt_number: null,
  receipt_url: null,
  refunded: false,
  review: null,
  shipping: null,
  source: null,
  source_transfer: null,
  statement_descriptor: null,
  transfer_data: null,
} satisfies Partial<Stripe.Charge>;

function cardDetails(
  amount: number,
  card: Stripe.PaymentMethod.Card,
): Stripe.Charge.PaymentMethodDetails.Card {
  return {
    amount_authorized: amount,
    authorization_code: null,
    brand: card.brand,
    checks: card.checks,
    country: card.country,
    electronic_commerce_indicator: null,
    exp_month: card.exp_month,
    exp_year: card.exp_year,
    fingerprint: card.fingerprint ?? null,
    funding: card.funding,
    installments: null,
    last4: card.last4,
    mandate: null,
    network: card.brand,
    network_transaction_id: null,
    regulated_status: card.regulated_status,
    three_d_secure: null,
    transaction_link_id: null,
    wallet: null,
  };
}

/** What a charge tells of the method it was paid with. */
function detailsOf(
  world: World,
  amount: number,
  method: Stripe.PaymentMethod,
): Stripe.Charge.PaymentMethodDetails {
  if (method.card !== undefined) return { card: cardDetails(amount, method.card), type: 'card' };
  if (method.sepa_debit !== undefined) {
    const { bank_code, branch_code, country, fingerprint, last4 } = method.sepa_debit;
    const mandate = world.traits.mandates.get(method.id) ?? null;
    const debit = { bank_code, branch_code, country, fingerprint, last4, mandate };
    return { sepa_debit: debit, type: 'sepa_debit' };
  }
  return { customer_balance: {}, type: 'customer_balance' };
}

const approved: Stripe.Charge.Outcome = {
  advice_code: null,
  network_advice_code: null,
  network_decline_code: null,
  network_status: 'approved_by_network',
  reason: null,
  risk_level: 'normal',
  risk_score: 12,
  seller_message: 'Payment complete.',
  type: 'authorized',
};

/** An attempt to be paid what the intent says, with this method. */
export function newCharge(
  world: World,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
): Stripe.Charge {
  const charge: Stripe.Charge = {
    ...untouched,
    id: world.newId(method.type === 'card' ? 'ch' : 'py'),
    object: 'charge',
    amount: intent.amount,
    billing_details: method.billing_details,
    calculated_statement_descriptor: 'PIAZZA',
    captured: false,
    created: world.clock.now(),
    currency: 'eur',
    customer: intent.customer,
    description: intent.description,
    metadata: { ...intent.metadata },
    outcome: approved,
    paid: true,
    payment_intent: intent.id,
    payment_method: method.id,
    payment_method_details: detailsOf(world, intent.amount, method),
    receipt_email: intent.receipt_email,
    statement_descriptor_suffix: intent.statement_descriptor_suffix,
    status: 'succeeded',
    transfer_group: intent.transfer_group,
  };
  intent.latest_charge = charge.id;
  return world.shelves.charges.add(platform, charge);
}
