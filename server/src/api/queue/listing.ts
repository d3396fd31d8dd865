import { policy } from '@piazza/shared/policy';
import type { ListingId } from '@piazza/shared/values';
import type { Listing } from '../../domain/listings/index.ts';
import { pickListing } from '../present/listing.ts';
import { listingTexts, organisationName } from '../present/words.ts';
import type { QueueProvider, Waiting } from './provider.ts';

/** A round is due from the hand-in on, however far its reviewers are. */
function waitingListing({
  id,
  status,
  submittedAt,
  savedAt,
  reviewers,
  approvals,
  content,
}: Listing): Waiting {
  const since = submittedAt ?? savedAt;
  return {
    object: id,
    status,
    since,
    dueAt: since + policy.queueDueMs.listing,
    assignee: reviewers.find((reviewer) => !approvals.includes(reviewer)) ?? null,
    stakes: { cents: content.facts.hardCap, code: String(approvals.length) },
  };
}

/** Listings handed in, until two operators have decided. */
export const listingProvider: QueueProvider = {
  kind: 'listing',
  roles: ['operator'],
  waiting: ({ listings }) =>
    [...listings.listings.values()]
      .filter(({ status }) => status === 'submitted' || status === 'under_review')
      .map(waitingListing),
  words: async (context, object) => {
    const { listing, organisation } = await context.exchange.read((state) =>
      pickListing(state, object as ListingId),
    );
    const { title } = await listingTexts(context, listing.content.texts);
    return { title, name: (await organisationName(context, organisation)).name };
  },
};
