import type { OutgoingId } from '@piazza/shared/values';
import { purse } from '../charging/index.ts';
import type { Context } from '../core/index.ts';
import { account, EUR, type AccountId, type LedgerEvent } from '../ledger/index.ts';
import type { PaymentsEvent } from './events.ts';
import type { Outgoing } from './state.ts';

/** Name of the hold on what is to leave. */
export const holdOfOutgoing = (id: OutgoingId): string => `out:${id}`;

/** Where it leaves from, and comes back to: an issuer's proceeds or its own money, an investor's cash. */
export const homeOf = ({ kind, holder }: Pick<Outgoing, 'kind' | 'holder'>): AccountId =>
  kind === 'payout' ? account.proceeds(holder) : purse(holder);

/** Asks for money to leave: it waits, and is held from here on. */
export function requestEvents(
  outgoing: Pick<Outgoing, 'id' | 'kind' | 'holder' | 'amountCents' | 'fourEyes'>,
  { at }: Context,
): (PaymentsEvent | LedgerEvent)[] {
  const { id, kind, amountCents } = outgoing;
  return [
    { kind: 'payments.out_requested', outgoing, at },
    {
      kind: 'ledger.held',
      hold: holdOfOutgoing(id),
      account: homeOf(outgoing),
      asset: EUR,
      amount: amountCents,
      reason: kind,
      subject: { outgoing: id },
    },
  ];
}

/** Gives back what was held for something that does not leave. */
export const givenBack = (one: Outgoing): LedgerEvent => ({
  kind: 'ledger.released',
  hold: holdOfOutgoing(one.id),
  amount: one.amountCents,
  reason: 'sent_back',
  subject: { outgoing: one.id },
  account: homeOf(one),
});
