import type { ListingId } from '@piazza/shared/values';
import { useEffect, useRef } from 'react';
import { queryClient, queryKey } from '../../api/index.ts';
import { useMarket } from '../../realtime/index.ts';

const everyMs = 5_000;

/** Reads again after trades: at once, and then no more often than every five seconds. `again` must stay the same. */
function useTraded(listingId: ListingId, again: (listingId: ListingId) => void): void {
  const newest = useMarket(listingId, ({ standing, trades }) =>
    standing === 'loading' ? null : (trades[0]?.number ?? 0),
  );
  const known = useRef<number | null>(null);
  const readAt = useRef(0);
  useEffect(() => {
    // What the first snapshot shows was there when the page was read.
    known.current ??= newest;
    if (newest === known.current) return undefined;
    const timer = setTimeout(
      () => {
        known.current = newest;
        readAt.current = Date.now();
        again(listingId);
      },
      Math.max(0, readAt.current + everyMs - Date.now()),
    );
    return () => clearTimeout(timer);
  }, [newest, listingId, again]);
}

function readMarket(listingId: ListingId): void {
  const input = { params: { listingId } };
  void queryClient.invalidateQueries({ queryKey: queryKey('markets.read', input) });
  void queryClient.invalidateQueries({ queryKey: queryKey('markets.candles', input) });
}

function readList(): void {
  void queryClient.invalidateQueries({ queryKey: queryKey('markets.list') });
}

/** On the page of a market: keeps what trades change and no frame carries, the figures of the day and the open candle. */
export const useFollowTrades = (listingId: ListingId): void => useTraded(listingId, readMarket);

/** The same where markets are listed: keeps the figures of their day. */
export const useFollowListedTrades = (listingId: ListingId): void => useTraded(listingId, readList);
