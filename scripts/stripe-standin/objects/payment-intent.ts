import type Stripe from 'stripe';
import type { Params } from '../form.ts';
import { platform } from '../shelf.ts';
import { type World } from '../world.ts';

/** What the venue makes no use of. */
const unused = {
  amount_capturable: 0,
  amount_details: { tip: {} },
  amount_received: 0,
  application: null,
  application_fee_amount: null,
  canceled_at: null,
  cancellation_reason: null,
  confirmation_method: 'automatic',
  customer_account: null,
  excluded_payment_method_types: null,
  last_payment_error: null,
  latest_charge: null,
  livemode: false,
  managed_payments: null,
  next_action: null,
  on_behalf_of: null,
  payment_method: null,
  payment_method_configuration_details: null,
  payment_record: null,
  processing: null,
  review: null,
  shipping: null,
  source: null,
  statement_descriptor: null,
  transfer_data: null,
} satisfies Partial<Stripe.PaymentIntent>;

const cardOptions: Stripe.PaymentIntent.PaymentMethodOptions = {
  card: {
    installments: null,
    mandate_options: null,
    network: null,
    request_three_d_secure: 'automatic',
  },
};

/** A payment that the venue intends; nothing of it is done yet. */
export function newPaymentIntent(world: World, params: Params, types: string[]): Stripe.PaymentIntent {
  const id = world.newId('pi');
  const intent: Stripe.PaymentIntent = {
    ...unused,
    id,
    object: 'payment_intent',
    allowed_payment_method_types: params.list('allowed_payment_method_types') ?? null,
    amount: params.needInteger('amount'),
    automatic_payment_methods: params.has('allowed_payment_method_types')
      ? null
      : { allow_redirects: 'always', enabled: true },
    capture_method: params.oneOf('capture_method', ['automatic', 'automatic_async', 'manual']) ?? 'automatic',
    client_secret: `${id}_secret_${world.newId('', 25)}`,
    created: world.clock.now(),
    currency: 'eur',
    customer: params.text('customer') ?? null,
    description: params.text('description') ?? null,
    metadata: params.metadata(),
    payment_method_options: types.includes('card') ? cardOptions : {},
    payment_method_types: types,
    receipt_email: params.text('receipt_email') ?? null,
    setup_future_usage: params.oneOf('setup_future_usage', ['off_session', 'on_session']) ?? null,
    statement_descriptor_suffix: params.text('statement_descriptor_suffix') ?? null,
    status: 'requires_payment_method',
    transfer_group: params.text('transfer_group') ?? null,
  };
  return world.shelves.paymentIntents.add(platform, intent);
}
