import type { MarketView } from '@piazza/shared/contract';
import type { ListingId } from '@piazza/shared/values';
import { useApi } from '../../api/index.ts';
import { useMarket } from '../../realtime/index.ts';

/** The market of each listing that has one. */
export function useMarkets(): ReadonlyMap<ListingId, MarketView> {
  const items = useApi('markets.list', { query: { limit: 100 } }).data?.items ?? [];
  return new Map(items.map((market) => [market.listingId, market]));
}

/** What a unit went for last, in cents, live; before the first trade the reference price. */
export function useMarketPrice({ listingId, last, reference }: MarketView): number {
  const live = useMarket(listingId, (market) => market.last ?? market.reference);
  return live ?? last?.price ?? reference;
}
