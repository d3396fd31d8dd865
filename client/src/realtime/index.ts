export { setVenueClock, useVenueNow, venueNow } from './clock.ts';
export { useDealFlow, type DealFlow } from './deal-flow.ts';
export { useOfferProgress } from './progress.ts';
export { ask, connection } from './socket.ts';
export { startRealtime } from './start.ts';
export { useStore } from './store.ts';
