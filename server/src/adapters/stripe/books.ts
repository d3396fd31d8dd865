import type { Stripe } from 'stripe';
import type { PaymentProvider, ProviderLine } from '../../ports/payments.ts';
import { meant, asked } from './errors.ts';

type Part = Pick<PaymentProvider, 'lines' | 'balanceCents'>;

const currency = 'eur';
const limit = 100;

function lineOf({ id, source, type, net }: Stripe.BalanceTransaction): ProviderLine {
  const from = source === null ? id : typeof source === 'string' ? source : source.id;
  return { id, source: from, type, netCents: net };
}

/** Pages come newest first, so that the oldest is only known at the end. */
async function* all(stripe: Stripe): AsyncGenerator<ProviderLine> {
  const found: ProviderLine[] = [];
  for await (const one of stripe.balanceTransactions.list({ limit })) found.push(lineOf(one));
  yield* found.toReversed();
}

/** The page just before one is the page that followed it in time. */
async function* since(stripe: Stripe, after: string): AsyncGenerator<ProviderLine> {
  for (let from = after; ;) {
    const { data } = await stripe.balanceTransactions.list({ limit, ending_before: from });
    yield* data.toReversed().map(lineOf);
    const newest = data[0];
    if (newest === undefined) return;
    from = newest.id;
  }
}

async function* lines(stripe: Stripe, after: string | null): AsyncGenerator<ProviderLine> {
  try {
    yield* after === null ? all(stripe) : since(stripe, after);
  } catch (error) {
    throw meant(error);
  }
}

/** The provider's own books. */
export const books = (stripe: Stripe): Part => ({
  lines: (after) => lines(stripe, after),
  balanceCents: () =>
    asked(async () => {
      const { available, pending } = await stripe.balance.retrieve();
      return [...available, ...pending].reduce(
        (sum, one) => (one.currency === currency ? sum + one.amount : sum),
        0,
      );
    }),
});
