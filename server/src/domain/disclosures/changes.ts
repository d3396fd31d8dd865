import { policy } from '@piazza/shared/policy';
import { reject, type Rejection } from '@piazza/shared/rejections';
import { millis, type DisclosureId, type PersonId } from '@piazza/shared/values';
import { accept, existing, refuse, type Context, type Decision } from '../core/index.ts';
import { sheetRefusal, type Listing } from '../listings/index.ts';
import { isRunning, type Offer } from '../offers/index.ts';
import { represents, standsFor } from '../organisations/index.ts';
import { clearTimer, setTimer } from '../schedule/index.ts';
import type { DisclosuresCommand } from './events.ts';
import { resumeEvents, revocableFrom, suspendEvents, tellAll, timerOf } from './hold.ts';
import { disclosuresOf, isOpen, type Change, type Decided, type Defect, type Filing } from './state.ts';
import type { DisclosuresView, Events } from './view.ts';

type Of<K extends DisclosuresCommand['kind']> = Extract<DisclosuresCommand, { kind: K }>;

/** What may not change while an offer runs is not in what was filed; the rest must be whole and fit its pages. */
function filingRefusal(
  listing: Listing,
  { content, sheet, basedOn }: Of<'disclosures.file' | 'disclosures.correct'>,
): Rejection | null {
  const now = listing.content;
  if (basedOn !== now.contentHash) return reject('content_changed');
  if (JSON.stringify(content.facts) !== JSON.stringify(now.facts)) return reject('content_changed');
  if (content.gaps.length > 0) return reject('prospectus_incomplete', { fields: content.gaps });
  return sheetRefusal({ content }, sheet);
}

const filingOf = (
  listing: Listing,
  { content, sheet, words, basedOn }: Of<'disclosures.file' | 'disclosures.correct'>,
  ctx: Context,
): Filing => ({
  content,
  sheet,
  words,
  basedOn,
  replaces: listing.content.texts,
  by: ctx.actor as PersonId,
  at: ctx.at,
});

const openOf = (view: DisclosuresView, offer: Offer): boolean =>
  disclosuresOf(view.disclosures, offer.listing).some(isOpen);

/**
 * The issuer of a running offer files a material change of what its sheet says.
 * Precedence: not_found, not_allowed, offer_over, disclosure_open, content_changed, prospectus_incomplete, kiis_too_long.
 */
export function decideFile(
  view: DisclosuresView,
  command: Of<'disclosures.file'>,
  ctx: Context,
): Decision<Events> {
  const offer = view.offers.offers.get(command.offer);
  if (offer === undefined) return refuse(reject('not_found'));
  if (!represents(view.organisations, ctx.actor, offer.organisation)) return refuse(reject('not_allowed'));
  if (!isRunning(offer)) return refuse(reject('offer_over', { status: offer.status }));
  if (openOf(view, offer)) return refuse(reject('disclosure_open'));
  const listing = existing(view.listings.listings, offer.listing, 'listing');
  const refusal = filingRefusal(listing, command);
  if (refusal !== null) return refuse(refusal);
  const disclosure = ctx.newId('disclosure') as DisclosureId;
  const filing = filingOf(listing, command, ctx);
  return accept<Events>(
    [{ kind: 'disclosures.filed', disclosure, listing: listing.id, offer: offer.id, filing }],
    { disclosure },
  );
}

/**
 * An operator signals an omission, a mistake or a misleading statement in the sheet of a running offer.
 * Precedence: not_found, conflict_of_interest, offer_over, disclosure_open.
 */
export function decideSignal(
  view: DisclosuresView,
  command: Of<'disclosures.signal'>,
  ctx: Context,
): Decision<Events> {
  const offer = view.offers.offers.get(command.offer);
  if (offer === undefined) return refuse(reject('not_found'));
  if (standsFor(view, ctx.actor, offer.organisation)) return refuse(reject('conflict_of_interest'));
  if (!isRunning(offer)) return refuse(reject('offer_over', { status: offer.status }));
  const already = disclosuresOf(view.disclosures, offer.listing).some(
    (one) => one.kind === 'defect' && isOpen(one),
  );
  if (already) return refuse(reject('disclosure_open'));
  const disclosure = ctx.newId('disclosure') as DisclosureId;
  const { listing } = offer;
  const correctBy = millis(ctx.at + policy.defectCorrectionMs);
  const by = ctx.actor as PersonId;
  const { words } = command;
  return accept<Events>(
    [
      {
        kind: 'disclosures.signalled',
        disclosure,
        listing,
        offer: offer.id,
        words,
        correctBy,
        by,
        at: ctx.at,
      },
      ...(command.suspend
        ? suspendEvents(offer, { id: disclosure, listing }, ctx)
        : [setTimer(timerOf.suspend(disclosure), correctBy, { kind: 'disclosures.suspend', disclosure })]),
    ],
    { disclosure },
  );
}

interface Found<D> {
  readonly disclosure: D;
  readonly offer: Offer;
  readonly listing: Listing;
}

/** A change or defect that is open, on an offer that runs. Precedence: not_found, illegal_state, offer_over. */
function findOpen(view: DisclosuresView, id: DisclosureId): Found<Change | Defect> | Rejection {
  const disclosure = view.disclosures.disclosures.get(id);
  if (disclosure === undefined || disclosure.kind === 'event') return reject('not_found');
  if (!isOpen(disclosure)) return reject('illegal_state', { status: disclosure.status });
  const offer = existing(view.offers.offers, disclosure.offer, 'offer');
  if (!isRunning(offer)) return reject('offer_over', { status: offer.status });
  return { disclosure, offer, listing: existing(view.listings.listings, offer.listing, 'listing') };
}

/**
 * The issuer corrects a defect.
 * Precedence: not_found, illegal_state, offer_over, not_allowed, defect_corrected, content_changed,
 * prospectus_incomplete, kiis_too_long.
 */
export function decideCorrect(
  view: DisclosuresView,
  command: Of<'disclosures.correct'>,
  ctx: Context,
): Decision<Events> {
  const found = findOpen(view, command.disclosure);
  if ('code' in found) return refuse(found);
  const { disclosure, listing } = found;
  if (disclosure.kind !== 'defect') return refuse(reject('not_found'));
  if (!represents(view.organisations, ctx.actor, listing.organisation)) return refuse(reject('not_allowed'));
  if (disclosure.filing !== null) return refuse(reject('defect_corrected'));
  const refusal = filingRefusal(listing, command);
  if (refusal !== null) return refuse(refusal);
  const filing = filingOf(listing, command, ctx);
  return accept<Events>([
    { kind: 'disclosures.corrected', disclosure: disclosure.id, listing: listing.id, filing },
  ]);
}

/** A defect without a correction that has had its time is a reason to suspend, whoever took the correction away. */
function backToUncorrected({ disclosure, offer }: Found<Change | Defect>, ctx: Context): Events[] {
  const overdue =
    disclosure.kind === 'defect' && disclosure.status === 'signalled' && ctx.at >= disclosure.correctBy;
  return overdue ? suspendEvents(offer, disclosure, ctx) : [];
}

/**
 * The issuer takes back a change or a correction that nobody has decided.
 * Precedence: not_found, illegal_state, offer_over, not_allowed, illegal_state.
 */
export function decideWithdraw(
  view: DisclosuresView,
  command: Of<'disclosures.withdraw'>,
  ctx: Context,
): Decision<Events> {
  const found = findOpen(view, command.disclosure);
  if ('code' in found) return refuse(found);
  const { disclosure, listing } = found;
  if (!represents(view.organisations, ctx.actor, listing.organisation)) return refuse(reject('not_allowed'));
  if (disclosure.filing === null) return refuse(reject('illegal_state', { status: disclosure.status }));
  return accept<Events>([
    { kind: 'disclosures.withdrawn', disclosure: disclosure.id, listing: listing.id, at: ctx.at },
    ...backToUncorrected(found, ctx),
  ]);
}

function acceptFiling(
  { disclosure, offer, listing }: Found<Change | Defect>,
  filing: Filing,
  ctx: Context,
): Events[] {
  const { content, sheet } = filing;
  const id = disclosure.id;
  return [
    { kind: 'listings.amended', listing: listing.id, content, sheet, disclosure: id, at: ctx.at },
    ...resumeEvents(offer, id, ctx),
    ...tellAll(offer, id, disclosure.kind === 'change' ? 'changed' : 'corrected', revocableFrom(ctx.at), ctx),
  ];
}

/**
 * An operator accepts or refuses a change or a correction. Accepted, it is the next version of the sheet from this
 * instant, and everybody who has committed may revoke anew (ECSPR art. 23(8), 23(12)).
 * Precedence: not_found, illegal_state, offer_over, conflict_of_interest, content_changed.
 */
export function decideDecide(
  view: DisclosuresView,
  command: Of<'disclosures.decide'>,
  ctx: Context,
): Decision<Events> {
  const found = findOpen(view, command.disclosure);
  if ('code' in found) return refuse(found);
  const { disclosure, listing } = found;
  const { filing } = disclosure;
  if (filing === null) return refuse(reject('illegal_state', { status: disclosure.status }));
  if (standsFor(view, ctx.actor, listing.organisation)) return refuse(reject('conflict_of_interest'));
  if (command.contentHash !== filing.content.contentHash) return refuse(reject('content_changed'));
  // What it was based on has changed meanwhile: it can only be refused, and filed again.
  if (command.accept && filing.basedOn !== listing.content.contentHash)
    return refuse(reject('content_changed'));
  const revocableUntil = command.accept ? revocableFrom(ctx.at) : null;
  const { accept: accepted, words } = command;
  const decided: Decided = { accepted, words, by: ctx.actor as PersonId, at: ctx.at, revocableUntil };
  return accept<Events>([
    { kind: 'disclosures.decided', disclosure: disclosure.id, listing: listing.id, decided },
    ...(accepted ? acceptFiling(found, filing, ctx) : backToUncorrected(found, ctx)),
    ...(accepted && disclosure.kind === 'defect' ? clearSuspend(disclosure, ctx) : []),
  ]);
}

/** The timer that would suspend, while it is still set. */
const clearSuspend = (defect: Defect, ctx: Context): Events[] =>
  defect.status === 'signalled' && ctx.at < defect.correctBy && defect.suspendedUntil === null
    ? [clearTimer(timerOf.suspend(defect.id))]
    : [];

/**
 * An operator finds that there is no defect after all.
 * Precedence: not_found, illegal_state, offer_over, conflict_of_interest.
 */
export function decideDismiss(
  view: DisclosuresView,
  command: Of<'disclosures.dismiss'>,
  ctx: Context,
): Decision<Events> {
  const found = findOpen(view, command.disclosure);
  if ('code' in found) return refuse(found);
  const { disclosure, offer, listing } = found;
  if (disclosure.kind !== 'defect') return refuse(reject('not_found'));
  if (standsFor(view, ctx.actor, listing.organisation)) return refuse(reject('conflict_of_interest'));
  const told = disclosure.status === 'suspended';
  const revocableUntil = told ? revocableFrom(ctx.at) : null;
  const decided: Decided = {
    accepted: true,
    words: command.words,
    by: ctx.actor as PersonId,
    at: ctx.at,
    revocableUntil,
  };
  return accept<Events>([
    { kind: 'disclosures.dismissed', disclosure: disclosure.id, listing: listing.id, decided },
    ...clearSuspend(disclosure, ctx),
    ...resumeEvents(offer, disclosure.id, ctx),
    ...(revocableUntil === null ? [] : tellAll(offer, disclosure.id, 'dismissed', revocableUntil, ctx)),
  ]);
}
