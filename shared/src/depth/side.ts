import type { PriceCents, Units } from '../values/index.ts';

/** A price and all the units that wait there. In a frame 0 units remove the level. */
export type Level = readonly [price: PriceCents, quantity: Units];

/** One side of a public book: a level per price, best first. A level that does not change stays the same object. */
export class BookSide {
  /** 1 where the lower price is the better one, −1 where the higher is. */
  readonly #direction: 1 | -1;
  #levels: Level[] = [];

  constructor(side: 'bids' | 'asks') {
    this.#direction = side === 'asks' ? 1 : -1;
  }

  /** Best first. The array itself changes with the book: copy what is kept. */
  get levels(): readonly Level[] {
    return this.#levels;
  }

  /** Begins again with these levels, in any order, each price once and none empty. */
  reset(levels: readonly Level[]): void {
    this.#levels = levels.toSorted(([a], [b]) => this.#direction * (a - b));
  }

  /** Units at a price; 0 where nothing waits. */
  quantityAt(price: PriceCents): number {
    const found = this.#levels[this.#place(price)];
    return found?.[0] === price ? found[1] : 0;
  }

  /** Sets what waits at a price; 0 removes the level. */
  set(level: Level): void {
    const [price, quantity] = level;
    const at = this.#place(price);
    const known = this.#levels[at];
    if (known?.[0] !== price) {
      if (quantity > 0) this.#levels.splice(at, 0, level);
    } else if (quantity === 0) this.#levels.splice(at, 1);
    else if (known[1] !== quantity) this.#levels[at] = level;
  }

  /** Index of the price, or where it would stand. */
  #place(price: number): number {
    let low = 0;
    let high = this.#levels.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#direction * ((this.#levels[middle] as Level)[0] - price) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
