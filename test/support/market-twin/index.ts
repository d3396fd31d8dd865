export { differences } from './compare.ts';
export { wall } from './effects.ts';
export { MarketTwin } from './twin.ts';
