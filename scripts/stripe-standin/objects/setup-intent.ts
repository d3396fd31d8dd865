import type Stripe from 'stripe';
import type { Params } from '../form.ts';
import { platform } from '../shelf.ts';
import { type World } from '../world.ts';

/** A wish to save a payment method, not yet fulfilled. */
export function newSetupIntent(world: World, params: Params, types: string[]): Stripe.SetupIntent {
  const id = world.newId('seti');
  const intent: Stripe.SetupIntent = {
    id,
    object: 'setup_intent',
    allowed_payment_method_types: params.list('allowed_payment_method_types') ?? null,
    application: null,
    automatic_payment_methods: params.has('allowed_payment_method_types')
      ? null
      : { allow_redirects: 'always', enabled: true },
    cancellation_reason: null,
    client_secret: `${id}_secret_${world.newId('', 25)}`,
    created: world.clock.now(),
    customer: params.text('customer') ?? null,
    customer_account: null,
    description: params.text('description') ?? null,
    excluded_payment_method_types: null,
    flow_directions: null,
    last_setup_error: null,
    latest_attempt: null,
    livemode: false,
    mandate: null,
    metadata: params.metadata(),
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: null,
    payment_method_types: types,
    single_use_mandate: null,
    status: 'requires_payment_method',
    usage: params.oneOf('usage', ['off_session', 'on_session']) ?? 'off_session',
  };
  return world.shelves.setupIntents.add(platform, intent);
}
