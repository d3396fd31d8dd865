import {
  emptyDraft,
  type FieldComment,
  type ListingFacts,
  type ListingSummary,
  type ListingView,
} from '@piazza/shared/contract';
import { reject } from '@piazza/shared/rejections';
import type { ListingId } from '@piazza/shared/values';
import type { Listing, Review, Transition } from '../../domain/listings/index.ts';
import type { Organisation } from '../../domain/organisations/index.ts';
import type { VenueState } from '../../domain/venue/index.ts';
import type { ApiContext } from '../context.ts';
import { Refused } from '../handler.ts';
import { listingTexts, organisationName, personName } from './words.ts';

/** What reviewers and issuers say with an act, as it is sealed. */
export interface SealedWords {
  readonly reason: string;
  readonly comments?: readonly FieldComment[];
}

const publicStatuses: ReadonlySet<string> = new Set(['approved', 'live', 'funded', 'failed', 'delisted']);
/** What is admitted, and what was cancelled after people could commit to it: they must find out what became of it. */
export const isPublicListing = ({ status, offer }: Listing): boolean =>
  publicStatuses.has(status) || (status === 'cancelled' && offer !== null);

export interface ListingPick {
  readonly listing: Listing;
  readonly organisation: Organisation;
}

export function pickListing(state: VenueState, id: ListingId): ListingPick {
  const listing = state.listings.listings.get(id);
  const organisation = listing && state.organisations.organisations.get(listing.organisation);
  if (listing === undefined || organisation === undefined) throw new Refused(reject('not_found'));
  return { listing, organisation };
}

async function presentReview(
  context: ApiContext,
  review: Review,
  reader: string | null,
): Promise<ListingView['reviews'][number]> {
  const words = review.words === null ? undefined : await context.vault.open<SealedWords>(review.words);
  const reviewerName = await personName(context, review.reviewer);
  const { at, verdict } = review;
  const mine = review.reviewer === reader;
  return {
    reviewerName,
    mine,
    at,
    verdict,
    comments: [...(words?.comments ?? [])],
    reason: words?.reason ?? '',
  };
}

async function presentTransition(
  context: ApiContext,
  transition: Transition,
): Promise<ListingView['transitions'][number]> {
  const { at, from, to } = transition;
  const words =
    transition.reason === null ? undefined : await context.vault.open<SealedWords>(transition.reason);
  return { at, from, to, by: await personName(context, transition.by), reason: words?.reason ?? '' };
}

export interface ListingReader {
  /** Whether reviews and transitions are shown: to the issuer and operators, not to the public. */
  readonly inside: boolean;
  readonly person: string | null;
}

/** The facts of a listing; what it was not asked for when they were written is missing. */
export const listingFacts = ({ facts }: Listing['content']): ListingFacts =>
  ({ ...emptyDraft.facts, ...facts }) as ListingFacts;

const draftOf = async (context: ApiContext, content: Listing['content']): Promise<ListingView['draft']> => ({
  texts: await listingTexts(context, content.texts),
  facts: listingFacts(content),
});

/** One listing. The public sees neither who reviewed it nor what was said. */
export async function presentListing(
  context: ApiContext,
  pick: ListingPick,
  reader: ListingReader,
): Promise<ListingView> {
  const { listing, organisation } = pick;
  const { content } = listing;
  const inside = reader.inside;
  return {
    id: listing.id,
    status: listing.status,
    organisation: await organisationName(context, organisation),
    draft: await draftOf(context, content),
    previous: inside && listing.sentBack !== null ? await draftOf(context, listing.sentBack) : null,
    revision: listing.revision,
    contentHash: content.contentHash,
    gaps: inside ? [...content.gaps] : [],
    savedAt: listing.savedAt,
    submittedAt: listing.submittedAt,
    offerId: listing.offer,
    reviews: inside
      ? await Promise.all(listing.reviews.map((one) => presentReview(context, one, reader.person)))
      : [],
    transitions: inside
      ? await Promise.all(listing.transitions.map((one) => presentTransition(context, one)))
      : [],
  };
}

/** One line of a list of listings. */
export async function presentSummary(
  context: ApiContext,
  pick: ListingPick,
  reader: string,
): Promise<ListingSummary> {
  const { listing, organisation } = pick;
  const texts = await listingTexts(context, listing.content.texts);
  const reviewers = listing.reviewers.map(async (id) => ({
    name: await personName(context, id),
    mine: id === reader,
  }));
  return {
    id: listing.id,
    status: listing.status,
    title: texts.title,
    organisation: await organisationName(context, organisation),
    sector: listing.content.facts.sector as ListingSummary['sector'],
    gaps: listing.content.gaps.length,
    savedAt: listing.savedAt,
    submittedAt: listing.submittedAt,
    since: listing.transitions.at(-1)?.at ?? listing.savedAt,
    offerId: listing.offer,
    approvals: listing.approvals.length,
    reviewers: await Promise.all(reviewers),
  };
}
