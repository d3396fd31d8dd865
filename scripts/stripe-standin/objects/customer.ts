import type Stripe from 'stripe';
import type { Params } from '../form.ts';
import { type World } from '../world.ts';

/** A customer's fields that a call may set. */
export const customerFields = 'name email phone description metadata preferred_locales address';

const addressFields = ['city', 'country', 'line1', 'line2', 'postal_code', 'state'] as const;

/** An address as given; undefined when the call says nothing of it. */
export function addressOf(params: Params | undefined): Stripe.Address | undefined {
  if (params === undefined) return undefined;
  const entries = addressFields.map((name) => [name, params.text(name) ?? null] as const);
  return Object.fromEntries(entries) as unknown as Stripe.Address;
}

export function newCustomer(world: World, params: Params): Stripe.Customer {
  return {
    id: world.newId('cus', 14),
    object: 'customer',
    address: addressOf(params.group('address')) ?? null,
    balance: 0,
    created: world.clock.now(),
    currency: null,
    customer_account: null,
    default_source: null,
    delinquent: false,
    description: params.text('description') ?? null,
    discount: null,
    email: params.text('email') ?? null,
    invoice_prefix: world.newId('', 8).toUpperCase(),
    invoice_settings: {
      custom_fields: null,
      default_payment_method: null,
      footer: null,
      rendering_options: null,
    },
    livemode: false,
    metadata: params.metadata(),
    name: params.text('name') ?? null,
    next_invoice_sequence: 1,
    phone: params.text('phone') ?? null,
    preferred_locales: params.list('preferred_locales') ?? [],
    shipping: null,
    tax_exempt: 'none',
    test_clock: null,
  };
}

/** Changes what the call names. */
export function updateCustomer(customer: Stripe.Customer, params: Params): void {
  for (const name of ['name', 'email', 'phone', 'description'] as const) {
    const text = params.text(name);
    if (text !== undefined) customer[name] = text === '' ? null : text;
  }
  customer.metadata = params.metadata(customer.metadata);
  customer.preferred_locales = params.list('preferred_locales') ?? customer.preferred_locales ?? [];
  const address = addressOf(params.group('address'));
  if (address !== undefined) customer.address = address;
  const preferred = params.group('invoice_settings')?.text('default_payment_method');
  if (preferred !== undefined) customer.invoice_settings.default_payment_method = preferred || null;
}
