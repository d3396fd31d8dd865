export { decide, decideTimer, deskCommands, type VenueCommand, type VenueEvent } from './decide.ts';
export { evolve } from './evolve.ts';
export { violations } from './invariants.ts';
export * from './state.ts';
export { isSupervision, type SupervisionCommand, type SupervisionEvent } from './supervision.ts';
