import { policy } from '@piazza/shared/policy';
import { endOfRomeDay, millis, type DisclosureId, type Millis } from '@piazza/shared/values';
import { existing, type Context } from '../core/index.ts';
import {
  cancelEvents,
  deferEvents,
  isRunning,
  renewChunk,
  type Offer,
  type RenewalCause,
} from '../offers/index.ts';
import { clearTimer, setTimer, type DisclosuresTimer } from '../schedule/index.ts';
import type { Defect } from './state.ts';
import type { DisclosuresView, Events } from './view.ts';

export const timerOf = {
  suspend: (disclosure: DisclosureId): string => `suspend:${disclosure}`,
  // By its name it comes before a decision of the same instant.
  cancel: (disclosure: DisclosureId): string => `cancel:${disclosure}`,
  tell: (disclosure: DisclosureId, why: RenewalCause, from: number): string =>
    `tell:${disclosure}:${why}:${from}`,
} as const;

/** Until when whoever has committed may revoke after a change that is told now (ECSPR art. 22(3) begun anew). */
export const revocableFrom = (at: Millis): Millis => endOfRomeDay(at, policy.reflectionDays);

/** Tells everybody who has committed, at this instant, and moves a decision that is already set. */
export function tellAll(
  offer: Offer,
  disclosure: DisclosureId,
  why: RenewalCause,
  until: Millis,
  ctx: Context,
): Events[] {
  const defer = deferEvents(offer, until);
  if (offer.commitments.length === 0) return [...defer];
  const command = { kind: 'disclosures.tell', disclosure, why, until, from: 0 } as const;
  return [...defer, setTimer(timerOf.tell(disclosure, why, 0), ctx.at, command)];
}

/** The next of those who have committed are told; nobody else comes in between. */
export function decideTell(
  view: DisclosuresView,
  command: Extract<DisclosuresTimer, { kind: 'disclosures.tell' }>,
  ctx: Context,
): Events[] {
  const { disclosure: id, why, until, from } = command;
  const disclosure = existing(view.disclosures.disclosures, id, 'disclosure');
  if (disclosure.kind === 'event') return [];
  const offer = existing(view.offers.offers, disclosure.offer, 'offer');
  const { events, next } = renewChunk(view, offer, from, { disclosure: id, why, until }, ctx);
  if (next === null) return [...events];
  return [...events, setTimer(timerOf.tell(id, why, next), ctx.at, { ...command, from: next })];
}

/** Puts the offer on hold: no commitment is taken, all may revoke, and it is cancelled when nothing is corrected. */
export function suspendEvents(offer: Offer, defect: Pick<Defect, 'id' | 'listing'>, ctx: Context): Events[] {
  const { id: disclosure, listing } = defect;
  const until = millis(ctx.at + policy.suspensionMs);
  return [
    { kind: 'disclosures.suspended', disclosure, listing, until, at: ctx.at },
    { kind: 'offers.suspended', offer: offer.id, disclosure, until, at: ctx.at },
    setTimer(timerOf.cancel(disclosure), until, { kind: 'disclosures.cancel', disclosure }),
    // A moment longer than the hold, so that nothing is taken from who gets all back at its end.
    ...tellAll(offer, disclosure, 'suspended', millis(until + 1), ctx),
  ];
}

/** Takes the offer off hold, if it is on hold over this defect. */
export function resumeEvents(offer: Offer, disclosure: DisclosureId, ctx: Context): Events[] {
  if (offer.suspension?.disclosure !== disclosure) return [];
  return [{ kind: 'offers.resumed', offer: offer.id, at: ctx.at }, clearTimer(timerOf.cancel(disclosure))];
}

/** The time to correct is over: the offer is suspended, unless a correction waits or the offer is over. */
export function decideSuspend(view: DisclosuresView, id: DisclosureId, ctx: Context): Events[] {
  const defect = existing(view.disclosures.disclosures, id, 'disclosure');
  if (defect.kind !== 'defect' || defect.status !== 'signalled' || defect.filing !== null) return [];
  const offer = existing(view.offers.offers, defect.offer, 'offer');
  return isRunning(offer) ? suspendEvents(offer, defect, ctx) : [];
}

/** The longest suspension is over: the offer is cancelled, everything goes back (ECSPR art. 23(12)). */
export function decideUncorrected(view: DisclosuresView, id: DisclosureId, ctx: Context): Events[] {
  const defect = existing(view.disclosures.disclosures, id, 'disclosure');
  if (defect.kind !== 'defect' || defect.status !== 'suspended') return [];
  const offer = existing(view.offers.offers, defect.offer, 'offer');
  const cancelled = cancelEvents(view, offer, defect.words, ctx);
  if (cancelled === null) return [];
  return [
    { kind: 'disclosures.cancelled', disclosure: id, listing: defect.listing, at: ctx.at },
    ...cancelled,
  ];
}
