import type { ListingId, Millis, OfferId, OrganisationId } from '@piazza/shared/values';
import { feesAt, type ConductState } from '../conduct/index.ts';
import { feeOf, feePosted, withVat } from '../fees/index.ts';
import { account, available, type LedgerEvent, type LedgerState } from '../ledger/index.ts';
import type { PaymentsEvent, PaymentsState } from '../payments/index.ts';
import { setTimer, type ScheduleEvent } from '../schedule/index.ts';

/** The part of the venue that says what an issuer raises, owes and is paid. */
export interface ProceedsView {
  readonly conduct: ConductState;
  readonly payments: PaymentsState;
}

/** The venue's success fee on proceeds that an offer delivers now, from those proceeds. Nothing where none is asked. */
export function successFee(
  { conduct }: Pick<ProceedsView, 'conduct'>,
  offer: { readonly id: OfferId; readonly listing: ListingId; readonly organisation: OrganisationId },
  proceedsCents: number,
  at: Millis,
): LedgerEvent[] {
  const { id, listing, organisation } = offer;
  const fee = feeOf(proceedsCents, feesAt(conduct, at).successBps);
  return feePosted(account.proceeds(organisation), fee, { offer: id, listing });
}

const owes = ({ admissions }: PaymentsState, organisation: OrganisationId): boolean =>
  [...admissions.values()].some((one) => one.organisation === organisation && one.paidAt === null);

/**
 * Proceeds become free with this record: the next one, at the same instant, pays them out, and takes from them what the
 * issuer owes. Nothing with play money, unless something is owed.
 * @param cause names what made them free, which happens once
 */
export const payoutTimer = (
  { payments }: Pick<ProceedsView, 'payments'>,
  organisation: OrganisationId,
  cause: string,
  at: Millis,
): ScheduleEvent[] =>
  payments.by === 'wallet' && !owes(payments, organisation)
    ? []
    : [setTimer(`payout:${cause}`, at, { kind: 'payments.payout', organisation })];

/**
 * The fee for the look at an admission, due when a listing is admitted for the first time. It is taken from the issuer's
 * own money where that suffices, else from what it raises.
 */
export function admissionFee(
  { conduct, payments, ledger }: ProceedsView & { readonly ledger: LedgerState },
  listing: { readonly id: ListingId; readonly organisation: OrganisationId },
  at: Millis,
): (PaymentsEvent | LedgerEvent)[] {
  const { id, organisation } = listing;
  const fee = withVat(feesAt(conduct, at).admissionCents);
  if (fee.netCents === 0 || payments.admissions.has(id)) return [];
  const { netCents, vatCents } = fee;
  const due: PaymentsEvent = {
    kind: 'payments.admission_due',
    fee: { listing: id, organisation, netCents, vatCents, at },
  };
  const own = account.funds(organisation);
  if (available(ledger, own) < fee.totalCents) return [due];
  return [due, ...feePosted(own, fee, { listing: id }), { kind: 'payments.admission_paid', listing: id, at }];
}
