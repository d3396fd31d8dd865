import type { ListingId } from '@piazza/shared/values';

/** What every panel of a market is given. */
export interface PanelOf {
  readonly listingId: ListingId;
  /** Where a tab already says what it is. */
  readonly titleHidden?: boolean;
}
