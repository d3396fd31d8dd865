import type { Millis, OrganisationId } from '@piazza/shared/values';
import { feePosted } from '../fees/index.ts';
import type { AccountId, LedgerEvent } from '../ledger/index.ts';
import type { PaymentsEvent } from './events.ts';
import type { PaymentsState } from './state.ts';

export { feeOf, feePosted, feeSettled, noFee, withVat, type Fee, type FeeRate } from '../fees/index.ts';

/**
 * Takes what an issuer owes for admissions, the oldest first, each whole or not at all.
 * @param free cents that the account has
 * @returns the events, and how many cents they take
 */
export function owedAdmissions(
  { admissions }: PaymentsState,
  organisation: OrganisationId,
  from: AccountId,
  free: number,
  at: Millis,
): { readonly events: readonly (PaymentsEvent | LedgerEvent)[]; readonly cents: number } {
  const events: (PaymentsEvent | LedgerEvent)[] = [];
  let cents = 0;
  for (const { listing, organisation: issuer, netCents, vatCents, paidAt } of admissions.values()) {
    const totalCents = netCents + vatCents;
    if (issuer !== organisation || paidAt !== null || cents + totalCents > free) continue;
    cents += totalCents;
    events.push(...feePosted(from, { netCents, vatCents, totalCents }, { listing }), {
      kind: 'payments.admission_paid',
      listing,
      at,
    });
  }
  return { events, cents };
}
