import type Stripe from 'stripe';
import { get, post, type Call, type Route } from '../call.ts';
import { malformed, missing, refused, type ApiError } from '../errors.ts';
import { cancelIntent, captured } from '../flows/capture.ts';
import { applyCash, unapplyCash } from '../flows/cash.ts';
import { methodFrom, methodOf } from '../flows/methods.ts';
import { checkPayable, confirmPayment, wrongState } from '../flows/pay.ts';
import { dated, listOf } from '../list.ts';
import { newPaymentIntent } from '../objects/payment-intent.ts';
import { idOf, platform } from '../shelf.ts';
import { checkEuro } from './customers.ts';

type Intent = Stripe.PaymentIntent;

const known = ['card', 'sepa_debit', 'customer_balance'];
const least = 50;

const found = ({ world, at }: Call): Intent => world.shelves.paymentIntents.get(platform, at('id'), 'intent');

/** The method that a call names or describes, if any. */
function wished({ world, params }: Call, customer: string | null): Stripe.PaymentMethod | undefined {
  const id = params.text('payment_method');
  if (id !== undefined && id !== '') return methodOf(world, id);
  const data = params.group('payment_method_data');
  return data === undefined ? undefined : methodFrom(world, data, customer);
}

/** Whether a call brings the payer's agreement to be debited. */
function agrees({ world, params }: Call): boolean {
  const mandate = params.text('mandate');
  if (mandate !== undefined) world.shelves.mandates.get(platform, mandate, 'mandate');
  return mandate !== undefined || params.has('mandate_data');
}

const unpaid = (intent: Intent): ApiError =>
  refused(
    'payment_intent_unexpected_state',
    'You cannot confirm this PaymentIntent because it is missing a payment method.',
    { payment_intent: intent },
  );

function confirm(call: Call, intent: Intent, method: Stripe.PaymentMethod): Intent {
  const { world, params } = call;
  const [offSession, challenge] = [
    params.text('off_session'),
    params.group('payment_method_options')?.group('card')?.text('request_three_d_secure'),
  ];
  intent.receipt_email = params.text('receipt_email') ?? intent.receipt_email;
  intent.setup_future_usage =
    params.oneOf('setup_future_usage', ['off_session', 'on_session']) ?? intent.setup_future_usage;
  const error = confirmPayment(world, intent, {
    method,
    offSession: offSession !== undefined && offSession !== 'false',
    returnUrl: params.text('return_url'),
    mandate: agrees(call),
    challenge: challenge === 'any' || challenge === 'challenge',
    orFail: params.flag('error_on_requires_action') === true,
  });
  if (error !== undefined) throw error;
  return intent;
}

function confirmLater(call: Call): object {
  const intent = found(call);
  const kept = intent.payment_method === null ? undefined : methodOf(call.world, idOf(intent.payment_method));
  const method = wished(call, idOf(intent.customer)) ?? kept;
  if (method === undefined) throw unpaid(intent);
  return confirm(call, intent, method);
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
  const [types, method] = [typesOf(call), wished(call, customer ?? null)];
  // What can never be paid is refused before there is an intent, as Stripe does.
  if (confirming && method !== undefined) {
    const wish = {
      amount: params.needInteger('amount'),
      customer: customer ?? null,
      payment_method_types: types,
    };
    checkPayable(world, wish, method, agrees(call));
  }
  if (confirming && method === undefined) throw missing('payment_method');
  const intent = newPaymentIntent(world, params, types);
  world.emit('payment_intent.created', intent);
  if (method === undefined) return intent;
  if (confirming) return confirm(call, intent, method);
  intent.payment_method = method.id;
  intent.status = 'requires_confirmation';
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
  checkEuro(call.params.text('currency') ?? 'eur');
  applyCash(call.world, intent, intent.customer, call.params.integer('amount', 1));
  return intent;
}

const confirmFields =
  'payment_method payment_method_data payment_method_options off_session return_url mandate mandate_data receipt_email setup_future_usage error_on_requires_action';
const createFields = `${confirmFields} amount currency customer description metadata confirm capture_method allowed_payment_method_types statement_descriptor_suffix transfer_group`;
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
  get(one, '', found),
  post(one, 'amount metadata description transfer_group payment_method', update),
  post(`${one}/confirm`, confirmFields, confirmLater),
  post(`${one}/capture`, 'amount_to_capture metadata', capture),
  post(`${one}/cancel`, 'cancellation_reason', cancel),
  post(`${one}/apply_customer_balance`, 'amount currency', applyBalance),
];
