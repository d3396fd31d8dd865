/** The matching book in the terms of a benchmark that compares engines: prices in ticks, and nobody owns an order. */
import {
  applyFills,
  Book,
  Fills,
  nobody,
  planMatch,
  selfMatch,
  type Taker,
} from '../../server/src/domain/market/book/index.ts';

/** An order for `submit`, which keeps no reference to it. */
export interface BenchOrder {
  /** Used once. */
  id: number;
  /** 0 buys, 1 sells. */
  side: 0 | 1;
  /** 0 limit, 1 market. */
  type: 0 | 1;
  /** In ticks, 1…maxPrice; no meaning for a market order. */
  price: number;
  /** A whole number of units, from 1. */
  qty: number;
  /** 1: what does not trade at once is dropped. */
  ioc: 0 | 1;
}

export interface BenchOptions {
  readonly maxOrderId: number;
  readonly maxPrice: number;
  /** Called for each trade, in order of matching. */
  readonly onTrade: (makerId: number, takerId: number, price: number, qty: number) => void;
}

export interface BenchBook {
  submit(order: BenchOrder): void;
  /** Whether the order was at rest, and is not any more. */
  cancel(id: number): boolean;
  /** The best levels of both sides, each a price and the units at it, best first. */
  snapshot(depth: number): { bids: [number, number][]; asks: [number, number][] };
}

export const meta = {
  name: 'piazza',
  description: 'order records, price ladder, bitmap and id table in typed arrays',
} as const;

class AdaptedBook implements BenchBook {
  readonly #book: Book;
  readonly #fills = new Fills();
  readonly #onTrade: BenchOptions['onTrade'];
  readonly #taker: Taker = {
    side: 0,
    limit: 0,
    quantity: 0,
    owner: nobody,
    selfMatch: selfMatch.off,
    bound: 0,
  };

  constructor({ maxPrice, onTrade }: BenchOptions) {
    this.#book = new Book(maxPrice);
    this.#onTrade = onTrade;
  }

  submit(order: BenchOrder): void {
    const { id, side, qty, price } = order;
    const book = this.#book;
    const fills = this.#fills;
    const taker = this.#taker;
    taker.side = side;
    taker.limit = order.type === 0 ? price : side === 0 ? book.levels : 1;
    taker.quantity = qty;
    planMatch(book, taker, fills);
    const { count, filled } = fills;
    if (count > 0) {
      for (let at = 0; at < count; at += 1) {
        this.#onTrade(
          fills.ids[at] as number,
          id,
          fills.levels[at] as number,
          fills.quantities[at] as number,
        );
      }
      applyFills(book, fills);
    }
    if (filled < qty && order.type === 0 && order.ioc === 0) {
      book.rest(id, nobody, side, price, qty - filled, qty, 0, 0);
    }
  }

  cancel(id: number): boolean {
    const slot = this.#book.find(id);
    if (slot === -1) return false;
    this.#book.remove(slot);
    return true;
  }

  snapshot(depth: number): { bids: [number, number][]; asks: [number, number][] } {
    return { bids: this.#levels(0, depth), asks: this.#levels(1, depth) };
  }

  #levels(side: 0 | 1, depth: number): [number, number][] {
    const book = this.#book;
    const levels: [number, number][] = [];
    for (let at = book.best(side); at !== 0 && levels.length < depth; at = book.next(side, at)) {
      levels.push([at, book.levelQuantity(side, at)]);
    }
    return levels;
  }
}

/** An empty book. The greatest id needs not be known: the tables grow with the orders at rest. */
export const create = (options: BenchOptions): BenchBook => new AdaptedBook(options);
