import type { ListingView } from '@piazza/shared/contract';

export interface Standing {
  /** The reader is one of the reviewers of the round under way. */
  readonly mine: boolean;
  readonly approved: boolean;
  /** Another has approved already: the reader's approval would admit the listing. */
  readonly second: boolean;
}

/** Where the reader stands in the round of review that began when the listing was last handed in. */
export function standing({ transitions, reviews }: ListingView): Standing {
  const handedIn = transitions.findLast(({ to }) => to === 'submitted')?.at ?? Infinity;
  const round = reviews.filter(({ at }) => at >= handedIn);
  const own = round.filter(({ mine }) => mine);
  return {
    mine: own.length > 0,
    approved: own.some(({ verdict }) => verdict === 'approved'),
    second: round.some(({ mine, verdict }) => !mine && verdict === 'approved'),
  };
}
