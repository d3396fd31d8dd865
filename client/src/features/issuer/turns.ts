import type { ListingStatus } from '@piazza/shared/contract';

type WaitsFor = 'you' | 'operators' | 'investors' | 'nobody';
type Action = 'continue' | 'answer' | 'look' | 'publish' | 'offer';

interface NextStep {
  readonly waitsFor: WaitsFor;
  readonly action: Action;
}

/** Whose turn it is at each status of a listing, and what the issuer can do with it. */
export const nextSteps: Readonly<Record<ListingStatus, NextStep>> = {
  draft: { waitsFor: 'you', action: 'continue' },
  changes_requested: { waitsFor: 'you', action: 'answer' },
  approved: { waitsFor: 'you', action: 'publish' },
  submitted: { waitsFor: 'operators', action: 'look' },
  under_review: { waitsFor: 'operators', action: 'look' },
  live: { waitsFor: 'investors', action: 'offer' },
  funded: { waitsFor: 'nobody', action: 'offer' },
  failed: { waitsFor: 'nobody', action: 'offer' },
  cancelled: { waitsFor: 'nobody', action: 'look' },
};

/** Approvals that still hold: a request for changes makes earlier ones lapse. */
export function approvalsOf(reviews: readonly { readonly verdict: string }[]): number {
  const lapsed = reviews.findLastIndex(({ verdict }) => verdict === 'changes_requested');
  return reviews.slice(lapsed + 1).filter(({ verdict }) => verdict === 'approved').length;
}

const order: readonly WaitsFor[] = ['you', 'operators', 'investors', 'nobody'];

/** What waits for the reader first, then the newest. */
export const byUrgency = <T extends { readonly status: ListingStatus; readonly since: number }>(
  listings: readonly T[],
): readonly T[] =>
  listings.toSorted(
    (a, b) =>
      order.indexOf(nextSteps[a.status].waitsFor) - order.indexOf(nextSteps[b.status].waitsFor) ||
      b.since - a.since,
  );
