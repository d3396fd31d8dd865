import { reject } from '@piazza/shared/rejections';
import { millis, type ListingId, type OfferId } from '@piazza/shared/values';
import { accept, existing, refuse, type Context, type Decision, type Sealed } from '../core/index.ts';
import { termProblems, termsOf, transition, type ListingsEvent } from '../listings/index.ts';
import { represents } from '../organisations/index.ts';
import { clearTimer, setTimer, type ScheduleEvent } from '../schedule/index.ts';
import type { OffersCommand, OffersEvent } from './events.ts';
import { isLive, type Offer } from './state.ts';
import type { OffersView } from './view.ts';

type Events = OffersEvent | ListingsEvent | ScheduleEvent;

export const timerOf = {
  open: (offer: OfferId): string => `open:${offer}`,
  close: (offer: OfferId): string => `close:${offer}`,
  decide: (offer: OfferId): string => `decide:${offer}`,
  settle: (offer: OfferId, step: number): string => `settle:${offer}:${step}`,
} as const;

/**
 * Opens the offer of an approved listing, now or at its opening time; its terms are frozen from here.
 * Precedence: not_found, not_allowed, illegal_state, terms_invalid (times that have passed since the approval).
 */
export function decidePublish(view: OffersView, id: ListingId, ctx: Context): Decision<Events> {
  const listing = view.listings.listings.get(id);
  if (listing === undefined) return refuse(reject('not_found'));
  if (!represents(view.organisations, ctx.actor, listing.organisation)) return refuse(reject('not_allowed'));
  if (listing.status !== 'approved') return refuse(reject('illegal_state', { status: listing.status }));
  const terms = termsOf(listing.content.facts);
  const wrong = termProblems(listing.content.facts, ctx.at);
  if (terms === null || wrong.length > 0) return refuse(reject('terms_invalid', { fields: wrong }));
  const offer = ctx.newId('offer') as OfferId;
  const opensAt = millis(Math.max(terms.opensAt ?? ctx.at, ctx.at));
  const closesAt = millis(terms.closesAt);
  const created = {
    kind: 'offers.created' as const,
    offer,
    listing: id,
    organisation: listing.organisation,
    terms,
  };
  const later = opensAt > ctx.at;
  return accept<Events>(
    [
      { ...created, opensAt, closesAt },
      transition(listing, 'live', ctx, null, offer),
      later
        ? setTimer(timerOf.open(offer), opensAt, { kind: 'offers.open', offer })
        : { kind: 'offers.opened', offer },
      setTimer(timerOf.close(offer), closesAt, { kind: 'offers.close', offer }),
    ],
    { listing: id, offer },
  );
}

/** At the closing time: no new commitment from here; the decision waits for the last reflection period. */
export function decideClose(view: OffersView, offer: Offer, ctx: Context): Decision<Events> {
  let decisionAt = ctx.at;
  for (const id of offer.commitments) {
    const commitment = existing(view.offers.commitments, id, 'commitment');
    const ends = isLive(commitment) ? commitment.reflectionEndsAt : null;
    if (ends !== null && ends > decisionAt) decisionAt = ends;
  }
  // On hold it is decided no earlier than the hold ends; it is cancelled at that instant, if it still is.
  decisionAt = millis(Math.max(decisionAt, offer.suspension?.until ?? 0));
  return accept<Events>([
    { kind: 'offers.closed', offer: offer.id, decisionAt },
    setTimer(timerOf.decide(offer.id), decisionAt, { kind: 'offers.decide', offer: offer.id }),
  ]);
}

/** Ends an offer that is not decided yet and begins to give everything back; null when it is too late for that. */
export function cancelEvents(view: OffersView, offer: Offer, reason: Sealed, ctx: Context): Events[] | null {
  const pending: Partial<Record<Offer['status'], readonly string[]>> = {
    scheduled: [timerOf.open(offer.id), timerOf.close(offer.id)],
    open: [timerOf.close(offer.id)],
    closing: [timerOf.decide(offer.id)],
  };
  const timers = pending[offer.status];
  if (timers === undefined) return null;
  const listing = existing(view.listings.listings, offer.listing, 'listing');
  return [
    { kind: 'offers.cancelled', offer: offer.id, reason },
    transition(listing, 'cancelled', ctx, reason),
    ...timers.map(clearTimer),
    setTimer(timerOf.settle(offer.id, 0), ctx.at, { kind: 'offers.settle', offer: offer.id }),
  ];
}

/**
 * An operator cancels an offer before its allotment; everything is released at once.
 * Precedence: not_found, illegal_state.
 */
export function decideCancel(
  view: OffersView,
  command: Extract<OffersCommand, { kind: 'offers.cancel' }>,
  ctx: Context,
): Decision<Events> {
  const offer = view.offers.offers.get(command.offer);
  if (offer === undefined) return refuse(reject('not_found'));
  const events = cancelEvents(view, offer, command.reason, ctx);
  return events === null ? refuse(reject('illegal_state', { status: offer.status })) : accept(events);
}
