export { indicative } from './indicative.ts';
export { AuctionTrades } from './trades.ts';
export { applyUncross, planUncross } from './uncross.ts';
