export { decideListings, sheetRefusal, transition, type ListingsView } from './decide.ts';
export type { ListingsCommand, ListingsEvent, ReviewCommand } from './events.ts';
export { evolveListings } from './evolve.ts';
export { decideReview } from './review.ts';
export * from './state.ts';
export { offeredInWindow, termProblems, termsOf, type OfferTerms } from './terms.ts';
