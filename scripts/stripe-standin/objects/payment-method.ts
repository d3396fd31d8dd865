import { createHash } from 'node:crypto';
import type Stripe from 'stripe';
import type { Card } from '../cards.ts';
import { type Params } from '../form.ts';
import type { Iban } from '../ibans.ts';
import { platform } from '../shelf.ts';
import { type World } from '../world.ts';
import { addressOf } from './customer.ts';

export interface Expiry {
  readonly month: number;
  readonly year: number;
}

const fingerprint = (text: string): string =>
  createHash('sha256').update(text).digest('base64url').replaceAll(/[-_]/g, 'x').slice(0, 16);

function billingOf(params: Params | undefined): Stripe.PaymentMethod.BillingDetails {
  return {
    address: addressOf(params?.group('address')) ?? null,
    email: params?.text('email') ?? null,
    name: params?.text('name') ?? null,
    phone: params?.text('phone') ?? null,
    tax_id: null,
  };
}

function blank(
  world: World,
  type: Stripe.PaymentMethod.Type,
  params: Params | undefined,
): Stripe.PaymentMethod {
  return {
    id: world.newId('pm'),
    object: 'payment_method',
    allow_redisplay: 'unspecified',
    billing_details: billingOf(params?.group('billing_details')),
    created: world.clock.now(),
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: params?.metadata() ?? {},
    type,
  };
}

/** A card, as a payment method that no customer has yet. */
export function newCard(world: World, card: Card, expiry: Expiry, params?: Params): Stripe.PaymentMethod {
  const method = blank(world, 'card', params);
  method.card = {
    brand: card.brand,
    checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
    country: card.country,
    display_brand: card.brand,
    exp_month: expiry.month,
    exp_year: expiry.year,
    fingerprint: fingerprint(card.number),
    funding: card.number === '4000056655665556' ? 'debit' : 'credit',
    generated_from: null,
    last4: card.number.slice(-4),
    networks: { available: [card.brand], preferred: null },
    regulated_status: 'unregulated',
    three_d_secure_usage: { supported: true },
    wallet: null,
  };
  world.traits.cards.set(method.id, card);
  return world.shelves.paymentMethods.add(platform, method);
}

/** A bank account to be debited, as a payment method that no customer has yet. */
export function newDebit(world: World, iban: Iban, params?: Params): Stripe.PaymentMethod {
  const method = blank(world, 'sepa_debit', params);
  method.sepa_debit = {
    bank_code: iban.iban.slice(4, 12),
    branch_code: '',
    country: iban.country,
    fingerprint: fingerprint(iban.iban),
    generated_from: { charge: null, setup_attempt: null },
    last4: iban.last4,
  };
  world.traits.ibans.set(method.id, iban);
  return world.shelves.paymentMethods.add(platform, method);
}

/** The customer's cash at the provider, as a payment method. */
export function newCashMethod(world: World, customer: string | null, params?: Params): Stripe.PaymentMethod {
  const method = blank(world, 'customer_balance', params);
  method.customer_balance = {};
  method.customer = customer;
  return world.shelves.paymentMethods.add(platform, method);
}
