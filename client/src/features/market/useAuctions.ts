import type { ListingId } from '@piazza/shared/values';
import { usePages } from '../../api/index.ts';

const pageSize = 20;

/** Past auctions, newest first, page by page. */
export const useAuctions = (listingId: ListingId) =>
  usePages('markets.auctions', { params: { listingId }, query: { limit: pageSize } });
