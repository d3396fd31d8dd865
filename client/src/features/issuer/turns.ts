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
  delisted: { waitsFor: 'nobody', action: 'offer' },
};

interface Reviewed {
  readonly reviews: readonly { readonly verdict: string; readonly at: number }[];
  readonly transitions: readonly { readonly to: ListingStatus; readonly at: number }[];
}

/** Approvals that still hold: those since the listing was last handed in, unless it went back to its issuer again. */
export function approvalsOf({ reviews, transitions }: Reviewed): number {
  const last = transitions.findLast(({ to }) => to === 'submitted' || to === 'changes_requested');
  if (last?.to !== 'submitted') return 0;
  return reviews.filter(({ verdict, at }) => verdict === 'approved' && at >= last.at).length;
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
