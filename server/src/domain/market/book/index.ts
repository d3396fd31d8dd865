export { Book, type BookJson, type RestingOrder } from './book.ts';
export { Fills, type Stop } from './fills.ts';
export { applyFills, fillable, planMatch, selfMatch, type Taker } from './match.ts';
export { nobody } from './owner-lists.ts';
