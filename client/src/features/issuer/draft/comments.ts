import type { ListingView } from '@piazza/shared/contract';

export type Review = ListingView['reviews'][number];

/** The request for changes that stands: the last one, while the listing waits for its issuer. */
export const standingRequest = ({ status, reviews }: ListingView): Review | null =>
  status === 'changes_requested'
    ? (reviews.findLast(({ verdict }) => verdict === 'changes_requested') ?? null)
    : null;

/** What reviewers said about a field in that request. */
export const commentsOn = (request: Review | null, field: string): readonly string[] =>
  request?.comments.filter((comment) => comment.field === field).map(({ text }) => text) ?? [];
