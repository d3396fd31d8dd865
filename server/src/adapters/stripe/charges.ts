import { Stripe } from 'stripe';
import { ProviderUnavailable } from '../../ports/payments.ts';
import type { ChargeRequest, PaymentProvider, ProviderCall, ProviderCharge } from '../../ports/payments.ts';
import { beside, chargeOf } from './charge.ts';
import { asked, isKeyTaken } from './errors.ts';

type Part = Pick<PaymentProvider, 'charge' | 'readCharge' | 'abandon' | 'actionUrl' | 'cancelCharge'>;
type Create = Stripe.PaymentIntentCreateParams;

const currency = 'eur';

/** The intent that a call with this key has made, however long ago; undefined when it has made none. */
async function find(stripe: Stripe, customer: string, key: string): Promise<ProviderCharge | undefined> {
  for await (const intent of stripe.paymentIntents.list({ customer, limit: 100 }))
    if (intent.metadata['key'] === key) return await read(stripe, intent.id);
  return undefined;
}

const read = async (stripe: Stripe, intent: string): Promise<ProviderCharge> =>
  chargeOf(await stripe.paymentIntents.retrieve(intent, { expand: beside }));

/** Creates an intent; a decline is an answer, and holds the intent that was made. */
async function create(stripe: Stripe, params: Create, key: string): Promise<ProviderCharge> {
  try {
    return chargeOf(await stripe.paymentIntents.create(params, { idempotencyKey: key }));
  } catch (error) {
    const made = error instanceof Stripe.errors.StripeCardError ? error.payment_intent : undefined;
    if (made === undefined) throw error;
    return chargeOf(made);
  }
}

/** Creates an intent unless its key has made one already. */
export async function createOnce(
  stripe: Stripe,
  customer: string,
  params: Create,
  { key, old }: ProviderCall,
): Promise<ProviderCharge> {
  const made = old ? await find(stripe, customer, key) : undefined;
  if (made !== undefined) return made;
  try {
    return await create(stripe, { ...params, currency, customer, expand: beside }, key);
  } catch (error) {
    const other = isKeyTaken(error) ? await find(stripe, customer, key) : undefined;
    if (other === undefined) throw error;
    return other;
  }
}

const paramsOf = ({ payment, amountCents, method, kind }: ChargeRequest, key: string): Create => ({
  amount: amountCents,
  currency,
  payment_method: method,
  allowed_payment_method_types: [kind],
  confirm: true,
  off_session: true,
  metadata: { payment, key },
});

/**
 * An intent that is made with the key but not confirmed takes the key away from the charge: what was begun before shows,
 * and nothing can begin any more.
 */
async function abandon(stripe: Stripe, request: ChargeRequest, call: ProviderCall): Promise<ProviderCharge> {
  const { key } = call;
  const { customer } = request;
  const { off_session: _later, ...params } = paramsOf(request, key);
  const made = await createOnce(stripe, customer, { ...params, confirm: false }, call);
  if (made.status === 'cancelled' || made.status === 'succeeded') return made;
  return cancel(stripe, made.intent, `${key}:abandon`);
}

/** Cancels, or tells what it has become when it is too late for that. */
async function cancel(stripe: Stripe, intent: string, idempotencyKey: string): Promise<ProviderCharge> {
  try {
    return chargeOf(await stripe.paymentIntents.cancel(intent, { expand: beside }, { idempotencyKey }));
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error;
    return read(stripe, intent);
  }
}

/** Confirms once more, with the payer there; gives the page to which they are sent. */
async function actionUrl(stripe: Stripe, id: string, returnUrl: string): Promise<string | null> {
  const intent = await stripe.paymentIntents.retrieve(id);
  const pageOf = ({ status, next_action: next }: Stripe.PaymentIntent): string | null =>
    status === 'requires_action' ? (next?.redirect_to_url?.url ?? null) : null;
  if (chargeOf(intent).status !== 'action_needed') return null;
  const known = pageOf(intent);
  if (known !== null) return known;
  const method = intent.last_payment_error?.payment_method?.id;
  if (method === undefined) return null;
  return pageOf(
    await stripe.paymentIntents.confirm(id, {
      payment_method: method,
      off_session: false,
      return_url: returnUrl,
    }),
  );
}

export const charges = (stripe: Stripe): Part => ({
  charge: (request, call) =>
    asked(() => createOnce(stripe, request.customer, paramsOf(request, call.key), call)),
  readCharge: (intent) => asked(() => read(stripe, intent)),
  abandon: (request, call) => asked(() => abandon(stripe, request, call)),
  actionUrl: (intent, returnUrl) => asked(() => actionUrl(stripe, intent, returnUrl)),
  cancelCharge: (intent, key) => asked(() => cancel(stripe, intent, key)),
});

/** What cannot be: told as unknown, so that it is asked again and seen. */
export const odd = (what: string): ProviderUnavailable => new ProviderUnavailable(what);
