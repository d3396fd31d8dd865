import type { Notice } from '@piazza/shared/contract';
import { api, queryClient, queryKey, session } from '../api/index.ts';
import { setVenueClock } from './clock.ts';
import { startDealFlow } from './deal-flow.ts';
import { startOrders } from './orders.ts';
import { startMarkets } from './market/markets.ts';
import { startProgress } from './progress.ts';
import { onConnected, onPush, startSocket } from './socket.ts';
import { concerns } from './topics.ts';

// Many changes may come in one moment; what they concern is read once.
const gatherMs = 100;
let gathered = new Set<string>();

function refreshGathered(): void {
  const topics = [...gathered];
  gathered = new Set();
  void queryClient.invalidateQueries({
    predicate: ({ queryKey: key }) => topics.some((topic) => concerns(topic, key)),
  });
  // Roles and name travel with the token.
  if (topics.includes('me') && session.current() !== null) void session.renew().catch(() => undefined);
}

function hearChanges(): void {
  onPush('changed', ({ topics }) => {
    if (gathered.size === 0) setTimeout(refreshGathered, gatherMs);
    for (const topic of topics) gathered.add(topic);
  });
}

async function readVenue(): Promise<void> {
  const venue = await api('venue.read').catch(() => null);
  if (venue === null) return;
  setVenueClock(venue.now);
  queryClient.setQueryData(queryKey('venue.read'), venue);
}

function hearClock(): void {
  onPush('venueClock', ({ now }) => {
    setVenueClock(now);
    void queryClient.invalidateQueries({ queryKey: queryKey('venue.read') });
  });
}

// Where the session ended in another tab, that tab says so a moment later, and there is nothing to renew.
const otherTabMs = 400;

function hearFarewell(): void {
  onPush('bye', ({ reason }) => {
    if (reason !== 'session_ended' && reason !== 'roles_changed') return;
    setTimeout(() => {
      if (session.current() !== null) void session.renew().catch(() => undefined);
    }, otherTabMs);
  });
}

/** Starts the live side of the page: connection, feed, progress, clock, and reading again what changed. */
export function startRealtime(onNotice: (notice: Notice) => void): void {
  startDealFlow();
  startProgress();
  startMarkets();
  startOrders();
  hearChanges();
  hearClock();
  hearFarewell();
  onPush('notice', (notice) => {
    onNotice(notice);
    void queryClient.invalidateQueries({ queryKey: queryKey('me.notices') });
  });
  onConnected((again) => {
    if (!again) return;
    void readVenue();
    void queryClient.invalidateQueries();
  });
  startSocket();
  void readVenue();
}
