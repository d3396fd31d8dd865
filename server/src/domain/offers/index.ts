export { allot, tierOrder, type Allotment, type AllotmentTerms, type Request } from './allotment.ts';
export { decideOffers } from './decide.ts';
export type { Acknowledgements, OffersCommand, OffersEvent } from './events.ts';
export { evolveOffers } from './evolve.ts';
export { cancelEvents } from './life.ts';
export { deferEvents, renewChunk, type Renewal } from './renew.ts';
export * from './state.ts';
export type { OffersView } from './view.ts';
