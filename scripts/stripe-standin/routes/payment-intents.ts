import type Stripe from 'stripe';
import { get, post, type Call, type Route } from '../call.ts';
import { malformed, missing, refused } from '../errors.ts';
import { cancelIntent, captured } from '../flows/capture.ts';
import { applyCash, unapplyCash } from '../flows/cash.ts';
import { methodFrom, methodOf } from '../flows/methods.ts';
import { confirmPayment, wrongState } from '../flows/pay.ts';
import { dated, listOf } from '../list.ts';
import { newPaymentIntent } from '../objects/payment-intent.ts';
import { idOf, platform } from '../shelf.ts';
import { checkEuro } from './customers.ts';

type Intent = Stripe.PaymentIntent;

const known = ['card', 'sepa_debit', 'customer_balance'];
const least = 50;

const found = ({ world, at }: Call): Intent => world.shelves.paymentIntents.get(platform, at('id'), 'intent');

function wished({ world, params }: Call, intent: Intent): Stripe.PaymentMethod | undefined {
  const id = params.text('payment_method');
  if (id !== undefined && id !== '') return methodOf(world, id);
  const data = params.group('payment_method_data');
  const customer = typeof intent.customer === 'string' ? intent.customer : null;
  if (data !== undefined) return methodFrom(world, data, customer);
  return typeof intent.payment_method === 'string' ? methodOf(world, intent.payment_method) : undefined;
}

function confirm(call: Call, intent: Intent): Intent {
  const { world, params } = call;
  const method = wished(call, intent);
  if (method === undefined)
    throw refused(
      'payment_intent_unexpected_state',
      'You cannot confirm this PaymentIntent because it is missing a payment method.',
      { payment_intent: intent },
    );
  const offSession = params.text('off_session');
  const error = confirmPayment(world, intent, {
    method,
    offSession: offSession !== undefined && offSession !== 'false',
    returnUrl: params.text('return_url'),
    mandate: params.has('mandate_data') || params.has('mandate'),
  });
  if (error !== undefined) throw error;
  return intent;
}

function typesOf({ params }: Call): string[] {
  const types = params.list('allowed_payment_method_types') ?? known;
  const unknown = types.find((type) => !known.includes(type));
  if (unknown !== undefined)
    throw malformed(`The payment method type '${unknown}' is unknown.`, 'allowed_payment_method_types');
  return types;
}

function checkAmount({ params }: Call): void {
  if (params.needInteger('amount') < least)
    throw malformed(`Amount must be at least €0.50 eur`, 'amount', 'amount_too_small');
  if (params.needInteger('amount') > 99_999_999)
    throw malformed('Amount must be no more than €999,999.99', 'amount', 'amount_too_large');
}

function create(call: Call): object {
  const { world, params } = call;
  checkAmount(call);
  checkEuro(params.needText('currency'));
  const customer = params.text('customer');
  if (customer !== undefined) world.shelves.customers.get(platform, customer, 'customer');
  const confirming = params.flag('confirm') === true;
  const outside = ['off_session', 'return_url', 'mandate_data', 'mandate'].find((name) => params.has(name));
  if (!confirming && outside !== undefined)
    throw malformed(`${outside} can only be given with confirm=true.`, outside);
  const intent = newPaymentIntent(world, params, typesOf(call));
  world.emit('payment_intent.created', intent);
  if (confirming) return confirm(call, intent);
  const method = wished(call, intent);
  if (method !== undefined)
    Object.assign(intent, { payment_method: method.id, status: 'requires_confirmation' });
  return intent;
}

function update(call: Call): object {
  const { params } = call;
  const intent = found(call);
  const amount = params.integer('amount', least);
  if (amount !== undefined) {
    if (!intent.status.startsWith('requires') || intent.status === 'requires_capture')
      throw wrongState(intent, 'updated');
    intent.amount = amount;
  }
  intent.metadata = params.metadata(intent.metadata);
  intent.description = params.text('description') ?? intent.description;
  intent.transfer_group = params.text('transfer_group') ?? intent.transfer_group;
  const method = params.text('payment_method');
  if (method !== undefined && method !== '') intent.payment_method = methodOf(call.world, method).id;
  return intent;
}

function capture(call: Call): object {
  const intent = found(call);
  if (intent.status !== 'requires_capture') throw wrongState(intent, 'captured');
  const amount = call.params.integer('amount_to_capture', 1) ?? intent.amount_capturable;
  if (amount > intent.amount_capturable)
    throw refused('amount_too_large', `Only ${intent.amount_capturable} cents can be captured.`, {
      param: 'amount_to_capture',
    });
  intent.metadata = call.params.metadata(intent.metadata);
  const charge = call.world.shelves.charges.get(platform, idOf(intent.latest_charge));
  captured(call.world, intent, charge, amount);
  return intent;
}

function cancel(call: Call): object {
  const { world, params } = call;
  const intent = found(call);
  if (['succeeded', 'canceled', 'processing'].includes(intent.status)) throw wrongState(intent, 'canceled');
  const reason = params.oneOf('cancellation_reason', [
    'abandoned',
    'duplicate',
    'fraudulent',
    'requested_by_customer',
  ]);
  unapplyCash(world, intent);
  cancelIntent(world, intent, reason ?? null);
  return intent;
}

function applyBalance(call: Call): object {
  const intent = found(call);
  if (intent.status !== 'requires_action') throw wrongState(intent, 'paid from the cash balance');
  if (typeof intent.customer !== 'string') throw missing('customer');
  applyCash(call.world, intent, intent.customer, call.params.integer('amount', 1));
  return intent;
}

const confirmFields =
  'payment_method payment_method_data payment_method_options off_session return_url mandate mandate_data receipt_email setup_future_usage use_stripe_sdk error_on_requires_action';
const createFields = `${confirmFields} amount currency customer description metadata confirm capture_method allowed_payment_method_types automatic_payment_methods statement_descriptor_suffix transfer_group confirmation_method`;
const one = '/v1/payment_intents/:id';

export const paymentIntentRoutes: readonly Route[] = [
  post('/v1/payment_intents', createFields, create),
  get('/v1/payment_intents', `${dated} customer`, (call) => {
    const customer = call.params.text('customer');
    return listOf(
      call,
      call.world.shelves.paymentIntents.of(platform),
      (intent) => customer === undefined || intent.customer === customer,
    );
  }),
  get(one, 'client_secret', found),
  post(one, 'amount metadata description transfer_group payment_method', update),
  post(`${one}/confirm`, confirmFields, (call) => confirm(call, found(call))),
  post(`${one}/capture`, 'amount_to_capture metadata', capture),
  post(`${one}/cancel`, 'cancellation_reason', cancel),
  post(`${one}/apply_customer_balance`, 'amount currency', applyBalance),
];
