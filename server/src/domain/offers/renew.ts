import { policy } from '@piazza/shared/policy';
import { millis, type DisclosureId, type Millis } from '@piazza/shared/values';
import { existing, type Context } from '../core/index.ts';
import { clearTimer, setTimer, type ScheduleEvent } from '../schedule/index.ts';
import type { OffersEvent } from './events.ts';
import { timerOf } from './life.ts';
import { captureTimer } from './place.ts';
import { isLive, type Offer, type RenewalCause } from './state.ts';
import type { OffersView } from './view.ts';

type Events = OffersEvent | ScheduleEvent;

export interface Renewal {
  readonly disclosure: DisclosureId;
  readonly why: RenewalCause;
  /** Until when whoever has committed may revoke. */
  readonly until: Millis;
}

/**
 * Gives the next live commitments the right to revoke anew: pledges are captured no earlier than it ends.
 * In chunks like the settlement; `next` is where the following one begins, null after the last.
 */
export function renewChunk(
  view: Pick<OffersView, 'offers'>,
  offer: Offer,
  from: number,
  { disclosure, why, until }: Renewal,
  ctx: Context,
): { readonly events: readonly Events[]; readonly next: number | null } {
  const ids = offer.commitments.slice(from, from + policy.settlementChunk);
  const events = ids.flatMap((id): Events[] => {
    const commitment = existing(view.offers.commitments, id, 'commitment');
    if (!isLive(commitment)) return [];
    const renewed: Events = {
      kind: 'commitments.renewed',
      commitment: id,
      until,
      why,
      disclosure,
      at: ctx.at,
    };
    if (commitment.status !== 'pledged') return [renewed];
    const timer = setTimer(captureTimer(id), until, { kind: 'offers.capture', commitment: id });
    return [renewed, clearTimer(captureTimer(id)), timer];
  });
  const next = from + ids.length;
  return { events, next: next < offer.commitments.length ? next : null };
}

/** Moves the decision of a closed offer to where the last right to revoke ends; nothing for one that is still open. */
export function deferEvents(offer: Offer, until: Millis): readonly Events[] {
  if (offer.status !== 'closing') return [];
  const decisionAt = millis(Math.max(until, offer.closesAt));
  const id = timerOf.decide(offer.id);
  return [
    { kind: 'offers.deferred', offer: offer.id, decisionAt },
    clearTimer(id),
    setTimer(id, decisionAt, { kind: 'offers.decide', offer: offer.id }),
  ];
}
