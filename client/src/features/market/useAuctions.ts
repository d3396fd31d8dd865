import type { AuctionResult } from '@piazza/shared/contract';
import type { ListingId } from '@piazza/shared/values';
import { useApi, usePages } from '../../api/index.ts';

const pageSize = 8;
const charted = 100;
const none: readonly AuctionResult[] = [];

/** Past auctions, newest first, page by page. */
export const useAuctions = (listingId: ListingId) =>
  usePages('markets.auctions', { params: { listingId }, query: { limit: pageSize } });

/** As many of the past auctions as a chart shows. */
export const useChartedAuctions = (listingId: ListingId): readonly AuctionResult[] =>
  useApi('markets.auctions', { params: { listingId }, query: { limit: charted } }).data?.items ?? none;
