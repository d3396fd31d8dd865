import { Stripe } from 'stripe';
import { ProviderRefused, type PaymentProvider, type ProviderMessage } from '../../ports/payments.ts';

type Part = Pick<PaymentProvider, 'readMessage'>;
type Thing = Readonly<Record<string, unknown>>;

/** Older messages may be repeated by whoever has overheard them. Stripe signs anew each time it sends one again. */
const toleranceS = 300;

const textIn = (thing: Thing, name: string): string | null => {
  const value = thing[name];
  return typeof value === 'string' ? value : null;
};

/** By the beginning of an event's type: the name of the field that says whose state is to be read. */
const subjects: readonly (readonly [string, string])[] = [
  ['payment_intent.', 'id'],
  ['charge.dispute.', 'id'],
  ['charge.refund.updated', 'id'],
  ['charge.', 'payment_intent'],
  ['refund.', 'id'],
  ['payout.', 'id'],
  ['account.updated', 'id'],
  ['checkout.session.', 'id'],
  ['customer_cash_balance_transaction.', 'customer'],
];

function objectOf({ type, account, data }: Stripe.Event): string | null {
  // The venue's own payouts are nobody's in particular: its books show them.
  if (type.startsWith('payout.') && account === undefined) return null;
  const field = subjects.find(([start]) => type.startsWith(start))?.[1];
  return field === undefined ? null : textIn(data.object as unknown as Thing, field);
}

/** Messages are trusted for what they are about, never for what they say of it. */
export const messages = (stripe: Stripe, secret: string, live: boolean): Part => ({
  readMessage: (body, signature): ProviderMessage => {
    let event: Stripe.Event;
    try {
      event = stripe.webhooks.constructEvent(body, signature, secret, toleranceS);
    } catch (error) {
      const isForged = error instanceof Stripe.errors.StripeSignatureVerificationError;
      throw new ProviderRefused(isForged ? 'not_genuine' : 'unreadable', 'a message was refused');
    }
    if (event.livemode !== live) throw new ProviderRefused('other_mode', 'a message of the other mode');
    return { event: event.id, type: event.type, object: objectOf(event), account: event.account ?? null };
  },
});
