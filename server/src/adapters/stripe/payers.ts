import type { Stripe } from 'stripe';
import type { PaymentProvider, ProviderMethod } from '../../ports/payments.ts';
import { asked } from './errors.ts';

type Part = Pick<PaymentProvider, 'createCustomer' | 'beginSetup' | 'readSetup' | 'detachMethod'>;

const twoDigits = 2;

const labelOf = (method: Stripe.PaymentMethod): Pick<ProviderMethod, 'brand' | 'last4' | 'expires'> => {
  const { card, sepa_debit: debit } = method;
  if (card !== undefined)
    return {
      brand: card.brand,
      last4: card.last4,
      expires: `${String(card.exp_month).padStart(twoDigits, '0')}/${card.exp_year}`,
    };
  return { brand: 'SEPA', last4: debit?.last4 ?? '', expires: null };
};

/** Undefined for what the venue does not take. */
const kindOf = (type: string): ProviderMethod['kind'] | undefined =>
  type === 'card' || type === 'sepa_debit' ? type : undefined;

/** What the payer has left at the hosted page; null while nothing is there. */
function methodIn({ status, setup_intent: intent }: Stripe.Checkout.Session): ProviderMethod | null {
  if (status !== 'complete' || intent === null || typeof intent === 'string') return null;
  const { status: set, payment_method: method, customer } = intent;
  if (set !== 'succeeded' || method === null || typeof method === 'string' || customer === null) return null;
  const kind = kindOf(method.type);
  if (kind === undefined) return null;
  return {
    customer: typeof customer === 'string' ? customer : customer.id,
    method: method.id,
    kind,
    ...labelOf(method),
  };
}

/** Who pays, and how: the provider learns our id of the payer, and nothing else from us. */
export const payers = (stripe: Stripe): Part => ({
  createCustomer: (holder, idempotencyKey) =>
    asked(async () => {
      const { id } = await stripe.customers.create({ metadata: { holder } }, { idempotencyKey });
      return { customer: id };
    }),
  beginSetup: ({ customer, kind, successUrl, cancelUrl }, idempotencyKey) =>
    asked(async () => {
      const { id, url } = await stripe.checkout.sessions.create(
        {
          mode: 'setup',
          currency: 'eur',
          customer,
          allowed_payment_method_types: [kind],
          success_url: successUrl,
          cancel_url: cancelUrl,
        },
        { idempotencyKey },
      );
      return { session: id, url: url ?? cancelUrl };
    }),
  readSetup: (session) =>
    asked(async () =>
      methodIn(await stripe.checkout.sessions.retrieve(session, { expand: ['setup_intent.payment_method'] })),
    ),
  detachMethod: (method) =>
    asked(async () => {
      await stripe.paymentMethods.detach(method);
    }),
});
