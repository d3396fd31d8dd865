import type { Exchange } from '../kernel/exchange.ts';
import type { PaymentProvider } from '../ports/payments.ts';

/** The journal's money is somewhere else than where the key leads. */
class OtherMoney extends Error {}

const kindOf = (live: boolean): string => (live ? 'a live key (real money)' : 'a test key (no real money)');
const remedy =
  'Start with a key of the kind and the account it was begun with, or choose another DATA_DIR (or MONGODB_URI) for this one';

export interface WhoseParts {
  readonly exchange: Pick<Exchange, 'peek' | 'command'>;
  readonly provider: Pick<PaymentProvider, 'live'>;
}

/**
 * Writes down at the first time in which mode and whose account the money is, and makes sure of it at every later one.
 * @param account null while it is not known
 * @throws OtherMoney where it is another one; its words hold no key
 */
export async function bindTo({ exchange, provider }: WhoseParts, account: string | null): Promise<void> {
  const { live } = provider;
  const known = exchange.peek(({ payments }) => payments.boundTo);
  if (known !== undefined && known.live !== live)
    throw new OtherMoney(
      `This journal was begun with ${kindOf(known.live)} of the payment provider, and is not opened with ${kindOf(live)}. ${remedy}`,
    );
  if (known !== undefined && known.account !== null && account !== null && known.account !== account)
    throw new OtherMoney(
      `The money of this journal is in account ${known.account} at the payment provider, and STRIPE_SECRET_KEY is a key of ${account}. ${remedy}`,
    );
  await exchange.command({ kind: 'payments.bind', live, account }, 'venue');
}
