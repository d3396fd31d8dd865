import { get, post, type Call, type Route } from '../call.ts';
import { malformed, missing, refused } from '../errors.ts';
import { attach, detach, methodFrom, methodOf } from '../flows/methods.ts';
import { confirmSetup } from '../flows/setup.ts';
import { dated, listOf, paging } from '../list.ts';
import { newSession } from '../objects/session.ts';
import { newSetupIntent } from '../objects/setup-intent.ts';
import { idOf, platform } from '../shelf.ts';
import type Stripe from 'stripe';

const savable = ['card', 'sepa_debit'];

function typesOf(call: Call): string[] {
  const types = call.params.list('allowed_payment_method_types') ?? savable;
  const unknown = types.find((type) => !savable.includes(type));
  if (unknown !== undefined)
    throw malformed(`The payment method type '${unknown}' cannot be saved.`, 'allowed_payment_method_types');
  return types;
}

function checkCustomer({ world, params }: Call): void {
  const id = params.text('customer');
  if (id !== undefined) world.shelves.customers.get(platform, id, 'customer');
}

function openSession(call: Call): object {
  const { world, params } = call;
  if (params.needText('mode') !== 'setup') throw malformed('The stand-in knows the mode setup only.', 'mode');
  if (params.text('customer') === undefined) throw missing('customer');
  checkCustomer(call);
  const setup = newSetupIntent(world, params, typesOf(call));
  setup.metadata = params.group('setup_intent_data')?.metadata() ?? {};
  setup.description = params.group('setup_intent_data')?.text('description') ?? null;
  world.emit('setup_intent.created', setup);
  const session = newSession(world, params, setup);
  world.clock.after(session.expires_at - world.clock.now(), () => expire(call, session));
  return session;
}

function expire({ world }: Call, session: Stripe.Checkout.Session): void {
  if (session.status !== 'open') return;
  session.status = 'expired';
  session.url = null;
  const setup = world.shelves.setupIntents.find(idOf(session.setup_intent));
  if (setup !== undefined && setup.status !== 'succeeded') setup.status = 'canceled';
  world.emit('checkout.session.expired', session);
}

function expireNow(call: Call): object {
  const session = call.world.shelves.sessions.get(platform, call.at('id'), 'session');
  if (session.status !== 'open')
    throw refused(null, `Only open sessions expire; this one is ${session.status}.`);
  expire(call, session);
  return session;
}

/** The method that a call names or describes, if any. */
function wished({ world, params }: Call, customer: string | null): Stripe.PaymentMethod | undefined {
  const id = params.text('payment_method');
  if (id !== undefined) return methodOf(world, id);
  const data = params.group('payment_method_data');
  return data === undefined ? undefined : methodFrom(world, data, customer);
}

function runSetup(call: Call, intent: Stripe.SetupIntent, method: Stripe.PaymentMethod): Stripe.SetupIntent {
  const error = confirmSetup(call.world, intent, method, call.params.text('return_url'));
  if (error !== undefined) throw error;
  return intent;
}

function checkAgreed({ world, params }: Call, method: Stripe.PaymentMethod): void {
  if (method.type === 'sepa_debit' && !params.has('mandate_data') && !world.traits.mandates.has(method.id))
    throw refused(
      'setup_intent_mandate_invalid',
      'The payer has not agreed to be debited: give mandate_data.',
    );
}

function confirmSetupLater(call: Call): object {
  const { world } = call;
  const intent = foundSetup(call);
  if (intent.status === 'succeeded' || intent.status === 'canceled')
    throw refused('setup_intent_unexpected_state', `The SetupIntent is ${intent.status} already.`);
  const kept = intent.payment_method === null ? undefined : methodOf(world, idOf(intent.payment_method));
  const method = wished(call, idOf(intent.customer)) ?? kept;
  if (method === undefined) throw missing('payment_method');
  checkAgreed(call, method);
  return runSetup(call, intent, method);
}

function createSetup(call: Call): object {
  checkCustomer(call);
  const confirming = call.params.flag('confirm') === true;
  const method = wished(call, call.params.text('customer') ?? null);
  if (confirming && method === undefined) throw missing('payment_method');
  if (confirming && method !== undefined) checkAgreed(call, method);
  const intent = newSetupIntent(call.world, call.params, typesOf(call));
  call.world.emit('setup_intent.created', intent);
  if (method === undefined) return intent;
  if (confirming) return runSetup(call, intent, method);
  intent.payment_method = method.id;
  intent.status = 'requires_confirmation';
  return intent;
}

function cancelSetup(call: Call): object {
  const intent = foundSetup(call);
  if (intent.status === 'succeeded' || intent.status === 'canceled')
    throw refused('setup_intent_unexpected_state', `The SetupIntent is ${intent.status} already.`);
  const reason = call.params.oneOf('cancellation_reason', [
    'abandoned',
    'duplicate',
    'requested_by_customer',
  ]);
  Object.assign(intent, { status: 'canceled', next_action: null, cancellation_reason: reason ?? null });
  call.world.emit('setup_intent.canceled', intent);
  return intent;
}

const foundSetup = ({ world, at }: Call) => world.shelves.setupIntents.get(platform, at('id'), 'intent');
const foundMethod = ({ world, at }: Call) =>
  world.shelves.paymentMethods.get(platform, at('id'), 'payment_method');

const createMethod = ({ world, params }: Call): object => methodFrom(world, params, null);

function attachMethod(call: Call): object {
  const method = methodOf(call.world, call.at('id'));
  attach(call.world, method, call.params.needText('customer'));
  return method;
}

function detachMethod(call: Call): object {
  const method = foundMethod(call);
  if (method.customer === null) throw refused(null, 'The payment method is attached to no customer.');
  detach(call.world, method);
  return method;
}

const methodFields = 'payment_method payment_method_data return_url mandate_data';
const sessionFields =
  'mode customer success_url cancel_url allowed_payment_method_types currency metadata client_reference_id locale expires_at setup_intent_data';

export const savingRoutes: readonly Route[] = [
  post('/v1/checkout/sessions', sessionFields, openSession),
  get('/v1/checkout/sessions', `${dated} customer status`, (call) => {
    const [customer, status] = [call.params.text('customer'), call.params.text('status')];
    return listOf(
      call,
      call.world.shelves.sessions.of(platform),
      (session) =>
        (customer === undefined || session.customer === customer) &&
        (status === undefined || session.status === status),
    );
  }),
  get('/v1/checkout/sessions/:id', '', ({ world, at }) =>
    world.shelves.sessions.get(platform, at('id'), 'session'),
  ),
  post('/v1/checkout/sessions/:id/expire', '', expireNow),
  post(
    '/v1/setup_intents',
    `${methodFields} customer allowed_payment_method_types usage metadata description confirm`,
    createSetup,
  ),
  get('/v1/setup_intents', `${dated} customer payment_method`, (call) => {
    const [customer, method] = [call.params.text('customer'), call.params.text('payment_method')];
    return listOf(
      call,
      call.world.shelves.setupIntents.of(platform),
      (intent) =>
        (customer === undefined || intent.customer === customer) &&
        (method === undefined || intent.payment_method === method),
    );
  }),
  get('/v1/setup_intents/:id', '', foundSetup),
  post('/v1/setup_intents/:id/confirm', methodFields, confirmSetupLater),
  post('/v1/setup_intents/:id/cancel', 'cancellation_reason', cancelSetup),
  post('/v1/payment_methods', 'type card sepa_debit billing_details metadata', createMethod),
  get('/v1/payment_methods', `${paging} customer type`, (call) => {
    const [customer, type] = [call.params.text('customer'), call.params.text('type')];
    return listOf(
      call,
      call.world.shelves.paymentMethods.of(platform),
      (method) => method.customer === (customer ?? null) && (type === undefined || method.type === type),
    );
  }),
  get('/v1/payment_methods/:id', '', foundMethod),
  post('/v1/payment_methods/:id/attach', 'customer', attachMethod),
  post('/v1/payment_methods/:id/detach', '', detachMethod),
  get('/v1/mandates/:id', '', ({ world, at }) => world.shelves.mandates.get(platform, at('id'), 'mandate')),
];
