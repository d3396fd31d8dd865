import { Book } from '../../../server/src/domain/market/book/index.ts';
import { levelOfPrice, levels } from '../../../server/src/domain/market/prices.ts';

/** A generator of its own, so that every run and every machine measures the same books (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** How far from the middle, in levels, an order's limit may lie: [towards the other side, away from it]. */
const shapes = {
  'everything trades': [60, 0],
  'two thirds cross': [60, 30],
  'all at one price': [0, 0],
} as const;
export type Shape = keyof typeof shapes;
export const shapeNames = Object.keys(shapes) as Shape[];

const MIDDLE = levelOfPrice(2_000);

/** A crossed book of so many orders, half of them on each side, arriving in turns from 5,000 owners. */
export function crossedBook(shape: Shape, orders: number, seed: number): Book {
  const next = random(seed);
  const [across, away] = shapes[shape];
  const book = new Book(levels);
  for (let id = 1; id <= orders; id += 1) {
    const side = id % 2;
    const steps = Math.floor(next() * (across + away + 1)) - away;
    const quantity = 1 + Math.floor(next() * 100);
    book.rest(
      id,
      Math.floor(next() * 5_000),
      side,
      side === 0 ? MIDDLE + steps : MIDDLE - steps,
      quantity,
      quantity,
      0,
      id,
    );
  }
  return book;
}
