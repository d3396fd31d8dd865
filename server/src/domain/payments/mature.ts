import type { ListingId, PaymentId } from '@piazza/shared/values';
import { accept, existing, type Context, type Decision } from '../core/index.ts';
import { deliveryEvents, proceedsEvents } from '../offers/index.ts';
import type { PaymentsOutcome, PaymentsView } from './view.ts';

/** Whether the first impact report of the issue was accepted, which frees what was kept back of its proceeds. */
const isReported = ({ duties }: PaymentsView, listing: ListingId): boolean =>
  [...duties.reports.values()].some(
    (one) =>
      one.listing === listing && one.kind === 'impact' && one.number === 1 && one.status === 'accepted',
  );

/** A debit can no longer be taken back: its units are delivered, and the issuer has its share of the proceeds. */
export function decideMature(view: PaymentsView, id: PaymentId, ctx: Context): Decision<PaymentsOutcome> {
  const { purpose } = existing(view.payments.payments, id, 'payment');
  if (purpose.kind !== 'commitment') return accept([]);
  const commitment = existing(view.offers.commitments, purpose.commitment, 'commitment');
  const offer = existing(view.offers.offers, commitment.offer, 'offer');
  if (commitment.status !== 'allotted') return accept([]);
  const cost = commitment.allottedUnits * offer.terms.price;
  const before = offer.proceedsCents;
  const retains = !isReported(view, offer.listing);
  const grown = { before, after: before + cost, retains, cause: id };
  return accept<PaymentsOutcome>([
    ...deliveryEvents(offer, commitment, [], ctx.at),
    ...(offer.status === 'funded' ? proceedsEvents(view, offer, grown, ctx) : []),
  ]);
}
