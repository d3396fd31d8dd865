import { Stripe } from 'stripe';
import type { PaymentProvider } from '../../ports/payments.ts';
import { back } from './back.ts';
import { bank } from './bank.ts';
import { books } from './books.ts';
import { charges } from './charges.ts';
import { connect, type StripeOptions } from './connect.ts';
import { asked } from './errors.ts';
import { messages } from './messages.ts';
import { out } from './out.ts';
import { payers } from './payers.ts';

/** Whether a key moves real money. */
const isLiveKey = (key: string): boolean => /^(?:sk|rk)_live_/.test(key);

/** A restricted key may be kept from its own account: only its mode is known then. */
async function accountOf(stripe: Stripe): Promise<{ readonly account: string | null }> {
  try {
    return { account: (await stripe.accounts.retrieveCurrent()).id };
  } catch (error) {
    if (error instanceof Stripe.errors.StripePermissionError) return { account: null };
    throw error;
  }
}

/** Stripe, through its own SDK. */
export function stripeProvider(options: StripeOptions): PaymentProvider {
  const { stripe, close } = connect(options);
  const live = isLiveKey(options.secretKey);
  return {
    name: 'stripe',
    live,
    whose: () => asked(() => accountOf(stripe)),
    close,
    ...payers(stripe),
    ...charges(stripe),
    ...bank(stripe),
    ...back(stripe),
    ...out(stripe),
    ...books(stripe),
    ...messages(stripe, options.webhookSecret, live),
  };
}
