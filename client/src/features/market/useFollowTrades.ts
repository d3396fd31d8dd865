import type { ListingId } from '@piazza/shared/values';
import { useEffect } from 'react';
import { queryClient, queryKey } from '../../api/index.ts';
import { useMarket } from '../../realtime/index.ts';
import { useThrottled } from '../../ui/LiveRegion/useThrottled.ts';

const everyMs = 5_000;

/** Reads again what trades change and no frame carries: the figures of the day, the units of the open candle. */
export function useFollowTrades(listingId: ListingId): void {
  const newest = useMarket(listingId, (live) => live.trades[0]?.number ?? 0);
  const { value, before } = useThrottled(newest, everyMs);
  useEffect(() => {
    if (value === before || before === 0) return;
    const input = { params: { listingId } };
    void queryClient.invalidateQueries({ queryKey: queryKey('markets.read', input) });
    void queryClient.invalidateQueries({ queryKey: queryKey('markets.candles', input) });
  }, [value, before, listingId]);
}
