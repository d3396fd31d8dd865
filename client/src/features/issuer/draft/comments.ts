import type { ListingView } from '@piazza/shared/contract';

export type Review = ListingView['reviews'][number];

/** The request for changes that stands: none where the issuer took the approved listing back for changes of its own. */
export const standingRequest = ({ status, reviews }: ListingView): Review | null =>
  status === 'changes_requested' && reviews.at(-1)?.verdict === 'changes_requested'
    ? (reviews.at(-1) ?? null)
    : null;

/** What reviewers said about a field in that request. */
export const commentsOn = (request: Review | null, field: string): readonly string[] =>
  request?.comments.filter((comment) => comment.field === field).map(({ text }) => text) ?? [];
