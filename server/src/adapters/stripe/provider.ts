import type { PaymentProvider } from '../../ports/payments.ts';
import { back } from './back.ts';
import { bank } from './bank.ts';
import { books } from './books.ts';
import { charges } from './charges.ts';
import { connect, type StripeOptions } from './connect.ts';
import { messages } from './messages.ts';
import { out } from './out.ts';
import { payers } from './payers.ts';

/** Whether a key moves real money. */
const isLiveKey = (key: string): boolean => /^(?:sk|rk)_live_/.test(key);

/** Stripe, through its own SDK. */
export function stripeProvider(options: StripeOptions): PaymentProvider {
  const { stripe, close } = connect(options);
  const live = isLiveKey(options.secretKey);
  return {
    name: 'stripe',
    live,
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
