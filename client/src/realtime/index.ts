export { setVenueClock, useVenueNow, venueNow } from './clock.ts';
export { useDealFlow } from './deal-flow.ts';
export type { DealFlow } from './feed.ts';
export { useOfferProgress } from './progress.ts';
export type { PickedPrice } from './market/picked.ts';
export { ask, connection } from './socket.ts';
export { startRealtime } from './start.ts';
export { createStore, useStore, type Store } from './store.ts';
