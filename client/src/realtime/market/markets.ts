import type { ListingId } from '@piazza/shared/values';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { isRefused } from '../../api/index.ts';
import { ask, onConnected, onPush } from '../socket.ts';
import type { Store } from '../store.ts';
import { Channel, type Surroundings } from './channel.ts';
import type { MarketLive } from './live.ts';

interface Followed {
  readonly channel: Channel;
  watchers: number;
}
const followed = new Map<ListingId, Followed>();

const hiddenStepMs = 250;

const surroundings = (listingId: ListingId): Surroundings => ({
  subscribe: () =>
    ask('subscribeMarket', { listingId }).catch((error: unknown) => {
      if (isRefused(error, 'not_found')) return null;
      throw error;
    }),
  // A page in the background is given no pictures, but its title and its summary should not be old when it comes back.
  beforePaint: (run) => void (document.hidden ? setTimeout(run, hiddenStepMs) : requestAnimationFrame(run)),
  after: (ms, run) => void setTimeout(run, ms),
  random: Math.random,
});

function entry(listingId: ListingId): Followed {
  let found = followed.get(listingId);
  if (found === undefined) {
    found = { channel: new Channel(surroundings(listingId)), watchers: 0 };
    followed.set(listingId, found);
  }
  return found;
}

/** Wires the markets on screen to the socket; after a lost connection each is asked for again. */
export function startMarkets(): void {
  onPush('marketFrame', (frame) => followed.get(frame.listingId)?.channel.hear(frame));
  onConnected((again) => {
    if (!again) return;
    for (const { channel, watchers } of followed.values()) if (watchers > 0) channel.open();
  });
}

// Moving between two screens of one market must not leave and enter the same room.
const lingerMs = 3_000;

function leaveSoon(listingId: ListingId): void {
  setTimeout(() => {
    const found = followed.get(listingId);
    if (found?.watchers !== 0) return;
    found.channel.close();
    followed.delete(listingId);
    void ask('unsubscribeMarket', { listingId }).catch(() => undefined);
  }, lingerMs);
}

function watch(listingId: ListingId): () => void {
  const mine = entry(listingId);
  mine.watchers += 1;
  if (mine.watchers === 1 && mine.channel.store.get().standing === 'loading') mine.channel.open();
  return () => {
    mine.watchers -= 1;
    if (mine.watchers === 0) leaveSoon(listingId);
  };
}

/** Hears of changes at most every so often, and of the last one always. */
function atMostEvery(ms: number, subscribe: Subscribe): Subscribe {
  if (ms === 0) return subscribe;
  return (listener) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const leave = subscribe(() => {
      timer ??= setTimeout(() => {
        timer = undefined;
        listener();
      }, ms);
    });
    return () => {
      clearTimeout(timer);
      leave();
    };
  };
}
type Subscribe = Store<MarketLive>['subscribe'];

/**
 * What `select` takes from a market, live: at most once a picture of the screen, or every `everyMs`. The component is
 * drawn again only when that is another value or object: select what the state holds, build nothing new.
 */
export function useMarket<T>(listingId: ListingId, select: (live: MarketLive) => T, everyMs = 0): T {
  const { store } = entry(listingId).channel;
  useEffect(() => watch(listingId), [listingId]);
  const subscribe = useMemo(() => atMostEvery(everyMs, store.subscribe), [everyMs, store]);
  return useSyncExternalStore(subscribe, () => select(store.get()));
}
