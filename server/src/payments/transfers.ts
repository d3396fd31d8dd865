import type { PersonId } from '@piazza/shared/values';
import type { Exchange } from '../kernel/exchange.ts';
import type { PaymentProvider } from '../ports/payments.ts';

/** Looks whether the money is there. */
const lookMs = 2;
const longestMs = 60_000;

export interface TransferParts {
  readonly exchange: Pick<Exchange, 'peek' | 'command'>;
  readonly provider: PaymentProvider;
  /** Has objects of the provider's read. */
  readonly ask: (objects: readonly string[]) => void;
}

async function customerOf({ exchange, provider }: TransferParts, holder: PersonId): Promise<string> {
  const known = exchange.peek(({ payments }) => payments.customers.get(holder));
  if (known !== undefined) return known;
  const { customer } = await provider.createCustomer(holder, `customer:${holder}`);
  await exchange.command({ kind: 'payments.linkCustomer', holder, customer }, 'venue');
  return customer;
}

/** Cents that have come in for a person by bank transfers. */
const collected = ({ exchange }: TransferParts, person: PersonId): number =>
  exchange.peek(({ payments: { payments } }) => {
    let sum = 0;
    for (const { payer, purpose, status, amountCents } of payments.values())
      if (payer === person && purpose.kind === 'funding' && status === 'succeeded') sum += amountCents;
    return sum;
  });

/**
 * Lets a bank transfer of somebody of the demo story arrive, in the provider's test mode; resolves when it was collected.
 * @throws Error when it is not within a minute
 */
export async function transferIn(parts: TransferParts, person: PersonId, cents: number): Promise<void> {
  const customer = await customerOf(parts, person);
  const wanted = collected(parts, person) + cents;
  await parts.provider.pretendTransfer(customer, cents);
  const until = performance.now() + longestMs;
  parts.ask([customer]);
  while (collected(parts, person) < wanted) {
    if (performance.now() > until) throw new Error('the payment provider did not tell of a transfer');
    await new Promise((look) => setTimeout(look, lookMs));
  }
}
