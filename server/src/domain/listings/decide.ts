import { policy } from '@piazza/shared/policy';
import { reject, type Rejection } from '@piazza/shared/rejections';
import type { ListingId, PersonId } from '@piazza/shared/values';
import { accept, refuse, type Context, type Decision, type Sealed } from '../core/index.ts';
import { dossierGaps, offeredElsewhere, type DossierState } from '../dossier/index.ts';
import { represents, type OrganisationsState } from '../organisations/index.ts';
import type { ListingsCommand, ListingsEvent } from './events.ts';
import type { FiledSheet, Listing, ListingsState, ListingStatus } from './state.ts';
import { offeredInWindow, termProblems } from './terms.ts';

export interface ListingsView {
  readonly listings: ListingsState;
  readonly organisations: OrganisationsState;
  readonly dossier: DossierState;
}

/** The event of a change of status, by the actor of the context. */
export function transition(
  listing: Listing,
  to: ListingStatus,
  ctx: Context,
  reason: Sealed | null = null,
  offer: Listing['offer'] = listing.offer,
): Extract<ListingsEvent, { kind: 'listings.transitioned' }> {
  return { kind: 'listings.transitioned', listing: listing.id, to, by: ctx.actor, reason, offer, at: ctx.at };
}

const editable: readonly ListingStatus[] = ['draft', 'changes_requested'];
const withdrawable: readonly ListingStatus[] = [
  'draft',
  'submitted',
  'under_review',
  'changes_requested',
  'approved',
];

/** What was offered here, elsewhere and would be now, together, within twelve months (ECSPR art. 1(2)(c)). */
function capRefusal(view: ListingsView, listing: Listing, ctx: Context): Rejection | null {
  const { organisation, id, content } = listing;
  const offeredCents = offeredInWindow(view.listings, organisation, id, ctx.at);
  const since = ctx.at - policy.issuerCapWindowMs;
  const offPlatformCents = offeredElsewhere(view.dossier, organisation, since);
  const askedCents = content.facts.hardCap ?? 0;
  const capCents = policy.issuerCapCents;
  return offeredCents + offPlatformCents + askedCents > capCents
    ? reject('issuer_cap_exceeded', { capCents, offeredCents, offPlatformCents, askedCents })
    : null;
}

/** The sheet must be of what is handed in, and no longer than the law allows (ECSPR art. 23(7)). */
export function sheetRefusal({ content }: Pick<Listing, 'content'>, sheet: FiledSheet): Rejection | null {
  if (sheet.contentHash !== content.contentHash) return reject('content_changed');
  return sheet.pages <= policy.kiisPages
    ? null
    : reject('kiis_too_long', {
        pages: sheet.pages,
        mostPages: policy.kiisPages,
        linesOver: sheet.linesOver,
      });
}

function decideSubmit(
  view: ListingsView,
  listing: Listing,
  sheet: FiledSheet | undefined,
  ctx: Context,
): Decision<ListingsEvent> {
  if (!editable.includes(listing.status)) return refuse(reject('illegal_state', { status: listing.status }));
  const { gaps, facts } = listing.content;
  if (gaps.length > 0) return refuse(reject('prospectus_incomplete', { fields: gaps }));
  const wrong = termProblems(facts, ctx.at);
  if (wrong.length > 0) return refuse(reject('terms_invalid', { fields: wrong }));
  const missing = dossierGaps(view.dossier, listing.organisation);
  if (missing.length > 0) return refuse(reject('dossier_incomplete', { fields: missing }));
  const beyond = capRefusal(view, listing, ctx);
  if (beyond !== null) return refuse(beyond);
  const unfit = sheet === undefined ? null : sheetRefusal(listing, sheet);
  if (unfit !== null) return refuse(unfit);
  const submitted = transition(listing, 'submitted', ctx);
  return accept([sheet === undefined ? submitted : { ...submitted, sheet }]);
}

function decideSave(
  listing: Listing,
  command: Extract<ListingsCommand, { kind: 'listings.saveDraft' }>,
  ctx: Context,
): Decision<ListingsEvent> {
  if (!editable.includes(listing.status)) return refuse(reject('illegal_state', { status: listing.status }));
  if (command.revision !== listing.revision)
    return refuse(reject('stale_revision', { revision: listing.revision }));
  return accept([
    { kind: 'listings.draft_saved', listing: listing.id, content: command.content, at: ctx.at },
  ]);
}

/**
 * Commands of the issuer on a listing that is not live yet.
 * Precedence: not_found, not_allowed, illegal_state, then the rules of each command.
 */
export function decideListings(
  view: ListingsView,
  command: ListingsCommand,
  ctx: Context,
): Decision<ListingsEvent> {
  if (command.kind === 'listings.create') {
    const { organisation, content } = command;
    if (!view.organisations.organisations.has(organisation)) return refuse(reject('not_found'));
    if (!represents(view.organisations, ctx.actor, organisation)) return refuse(reject('not_allowed'));
    const listing = ctx.newId('listing') as ListingId;
    const by = ctx.actor as PersonId;
    return accept([{ kind: 'listings.created', listing, organisation, content, by, at: ctx.at }], {
      listing,
    });
  }
  const listing = view.listings.listings.get(command.listing);
  if (listing === undefined) return refuse(reject('not_found'));
  if (!represents(view.organisations, ctx.actor, listing.organisation)) return refuse(reject('not_allowed'));
  switch (command.kind) {
    case 'listings.saveDraft':
      return decideSave(listing, command, ctx);
    case 'listings.submit':
      return decideSubmit(view, listing, command.sheet, ctx);
    case 'listings.withdraw':
      if (!withdrawable.includes(listing.status))
        return refuse(reject('illegal_state', { status: listing.status }));
      return accept([transition(listing, 'cancelled', ctx, command.reason)]);
    case 'listings.revise':
      if (listing.status !== 'approved') return refuse(reject('illegal_state', { status: listing.status }));
      return accept([transition(listing, 'changes_requested', ctx, command.reason)]);
  }
}
