export { setVenueClock, useVenueNow, venueNow } from './clock.ts';
export { useDealFlow } from './deal-flow.ts';
export type { DealFlow } from './feed.ts';
export { useOfferProgress } from './progress.ts';
export { ask, connection } from './socket.ts';
export { startRealtime } from './start.ts';
export { useStore } from './store.ts';
