import type Stripe from 'stripe';
import type { Params } from '../form.ts';
import { idOf, platform } from '../shelf.ts';
import { type World } from '../world.ts';

type Session = Stripe.Checkout.Session;

/** What a session that only saves a payment method has no use for. */
const unused = {
  adaptive_pricing: null,
  after_expiration: null,
  allow_promotion_codes: null,
  amount_subtotal: null,
  amount_total: null,
  automatic_tax: { enabled: false, liability: null, provider: null, status: null },
  billing_address_collection: null,
  client_secret: null,
  collected_information: null,
  consent: null,
  consent_collection: null,
  currency_conversion: null,
  custom_fields: [],
  custom_text: {
    after_submit: null,
    shipping_address: null,
    submit: null,
    terms_of_service_acceptance: null,
  },
  customer_account: null,
  customer_creation: null,
  customer_email: null,
  discounts: null,
  integration_identifier: null,
  invoice: null,
  invoice_creation: null,
  managed_payments: null,
  origin_context: null,
  payment_intent: null,
  payment_link: null,
  payment_method_collection: 'always',
  payment_method_configuration_details: null,
  payment_method_options: {},
  permissions: null,
  recovered_from: null,
  saved_payment_method_options: null,
  shipping_address_collection: null,
  shipping_cost: null,
  shipping_options: [],
  submit_type: null,
  subscription: null,
  total_details: null,
  ui_mode: 'hosted_page',
  wallet_options: null,
} satisfies Partial<Session>;

/** A hosted page on which a customer saves a payment method. */
export function newSession(world: World, params: Params, setup: Stripe.SetupIntent): Session {
  const id = world.newId('cs_test', 58);
  const email = world.shelves.customers.find(idOf(setup.customer))?.email ?? null;
  const session: Session = {
    ...unused,
    id,
    object: 'checkout.session',
    allowed_payment_method_types: params.list('allowed_payment_method_types') ?? null,
    cancel_url: params.text('cancel_url') ?? null,
    client_reference_id: params.text('client_reference_id') ?? null,
    created: world.clock.now(),
    currency: params.text('currency') ?? null,
    customer: setup.customer,
    customer_details: {
      address: null,
      business_name: null,
      email,
      individual_name: null,
      name: null,
      phone: null,
      tax_exempt: 'none',
      tax_ids: null,
    },
    expires_at: params.integer('expires_at') ?? world.clock.now() + world.terms.sessionLasts,
    livemode: false,
    locale: params.text('locale') ?? null,
    metadata: params.metadata(),
    mode: 'setup',
    payment_method_types: setup.payment_method_types,
    payment_status: 'no_payment_required',
    setup_intent: setup.id,
    status: 'open',
    success_url: params.needText('success_url'),
    url: `${world.origin}/hosted/checkout/${id}`,
  };
  return world.shelves.sessions.add(platform, session);
}
