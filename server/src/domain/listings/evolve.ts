import type { DisclosureId, Millis } from '@piazza/shared/values';
import { existing } from '../core/index.ts';
import type { ListingsEvent } from './events.ts';
import type { FiledSheet, Listing, ListingsState, Review } from './state.ts';

function applyReview(listing: Listing, review: Review): void {
  listing.reviews.push(review);
  if (review.verdict === 'taken') listing.reviewers.push(review.reviewer);
  if (review.verdict === 'approved') listing.approvals.push(review.reviewer);
  if (review.verdict === 'stepped_back') {
    const others = (person: Review['reviewer']): boolean => person !== review.reviewer;
    listing.reviewers = listing.reviewers.filter(others);
    listing.approvals = listing.approvals.filter(others);
  }
}

function putInForce(listing: Listing, sheet: FiledSheet, disclosure: DisclosureId | null, at: Millis): void {
  const version = listing.sheets.length + 1;
  listing.sheets.push({ ...sheet, version, inForceSince: at, disclosure });
}

function applyTransition(
  listing: Listing,
  event: Extract<ListingsEvent, { kind: 'listings.transitioned' }>,
): void {
  const { at, to, by, reason } = event;
  listing.transitions.push({ at, from: listing.status, to, by, reason });
  listing.status = to;
  listing.offer = event.offer;
  if (to === 'submitted') {
    listing.submittedAt = at;
    listing.filed = event.sheet ?? null;
  }
  if (to === 'approved' && listing.filed !== null) {
    putInForce(listing, listing.filed, null, at);
    listing.filed = null;
  }
  if (to === 'changes_requested') listing.sentBack = listing.content;
  // A new round begins with new eyes on the new content.
  if (to === 'submitted' || to === 'changes_requested') {
    listing.reviewers = [];
    listing.approvals = [];
  }
}

export function evolveListings(state: ListingsState, event: ListingsEvent): void {
  if (event.kind === 'listings.created') {
    const { listing: id, organisation, content, at, by } = event;
    state.listings.set(id, {
      id,
      organisation,
      status: 'draft',
      content,
      revision: 0,
      sentBack: null,
      savedAt: at,
      submittedAt: null,
      offer: null,
      reviewers: [],
      approvals: [],
      reviews: [],
      transitions: [{ at, from: null, to: 'draft', by, reason: null }],
      filed: null,
      sheets: [],
    });
    return;
  }
  const listing = existing(state.listings, event.listing, 'listing');
  switch (event.kind) {
    case 'listings.draft_saved':
      listing.content = event.content;
      listing.revision += 1;
      listing.savedAt = event.at;
      return;
    case 'listings.reviewed':
      applyReview(listing, event.review);
      return;
    case 'listings.amended':
      listing.content = event.content;
      putInForce(listing, event.sheet, event.disclosure, event.at);
      return;
    case 'listings.transitioned':
      applyTransition(listing, event);
  }
}
