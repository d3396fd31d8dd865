import type { RestingOrder } from '../../server/src/domain/market/book/index.ts';

/** An order and when it came to rest in the book, which an amended order does anew. */
interface Entry {
  readonly order: RestingOrder;
  readonly turn: number;
}

/** What an order wants: the worst price, how much, what happens at its owner's other orders, and where the collar is. */
export interface TwinTaker {
  readonly side: number;
  readonly limit: number;
  readonly quantity: number;
  readonly owner: number;
  readonly selfMatch: 'off' | 'newest' | 'oldest' | 'both';
  readonly bound: number | null;
}

export interface TwinMatch {
  readonly fills: readonly { readonly id: number; readonly quantity: number; readonly level: number }[];
  readonly cancelled: readonly number[];
  readonly stopped: string;
}

/** A book in which nothing is clever: a list of orders, sorted anew whenever somebody looks. */
export class BookTwin {
  #entries: Entry[] = [];
  #turns = 0;

  has(id: number): boolean {
    return this.#entries.some(({ order }) => order.id === id);
  }

  rest(order: RestingOrder): void {
    this.#turns += 1;
    this.#entries.push({ order, turn: this.#turns });
  }

  remove(id: number): void {
    this.#entries = this.#entries.filter(({ order }) => order.id !== id);
  }

  reduce(id: number, by: number): void {
    this.#change(id, (order) => ({ ...order, remaining: order.remaining - by }));
  }

  shrink(id: number, by: number): void {
    this.#change(id, (order) => ({
      ...order,
      remaining: order.remaining - by,
      quantity: order.quantity - by,
    }));
  }

  /** One side, the best price first and at one price whoever came first. */
  side(side: number): RestingOrder[] {
    const better = side === 0 ? -1 : 1;
    return this.#entries
      .filter(({ order }) => order.side === side)
      .toSorted((a, b) => better * (a.order.level - b.order.level) || a.turn - b.turn)
      .map(({ order }) => order);
  }

  orders(): RestingOrder[] {
    return [...this.side(0), ...this.side(1)];
  }

  /** Level, units and orders of each level that has any, best first. */
  depth(side: number): [level: number, quantity: number, orders: number][] {
    const orders = this.side(side);
    return [...new Set(orders.map(({ level }) => level))].map((level) => {
      const here = orders.filter((order) => order.level === level);
      return [level, here.reduce((sum, { remaining }) => sum + remaining, 0), here.length];
    });
  }

  /** Ids of an owner's orders, the first stamped first, of one stamp the smaller id first. */
  idsOf(owner: number): number[] {
    return this.orders()
      .filter((order) => order.owner === owner)
      .toSorted((a, b) => a.at - b.at || a.id - b.id)
      .map(({ id }) => id);
  }

  match({ side, limit, quantity, owner, selfMatch, bound }: TwinTaker): TwinMatch {
    const fills: { id: number; quantity: number; level: number }[] = [];
    const cancelled: number[] = [];
    const end = (stopped: string): TwinMatch => ({ fills, cancelled, stopped });
    const worse = (level: number, than: number): boolean => (side === 0 ? level > than : level < than);
    let left = quantity;
    for (const order of this.side(1 - side)) {
      if (left === 0) return end('filled');
      if (worse(order.level, limit)) return end('limit');
      if (bound !== null && worse(order.level, bound)) return end('bound');
      if (order.owner === owner && selfMatch !== 'off') {
        if (selfMatch !== 'newest') cancelled.push(order.id);
        if (selfMatch !== 'oldest') return end('self');
      } else {
        const traded = Math.min(left, order.remaining);
        fills.push({ id: order.id, quantity: traded, level: order.level });
        left -= traded;
      }
    }
    return end(left === 0 ? 'filled' : 'empty');
  }

  fillable(side: number, limit: number, quantity: number, owner: number): number {
    const reachable = this.side(1 - side).filter(
      (order) => order.owner !== owner && (side === 0 ? order.level <= limit : order.level >= limit),
    );
    return Math.min(
      quantity,
      reachable.reduce((sum, { remaining }) => sum + remaining, 0),
    );
  }

  #change(id: number, change: (order: RestingOrder) => RestingOrder): void {
    this.#entries = this.#entries
      .map(({ order, turn }) => ({ order: order.id === id ? change(order) : order, turn }))
      .filter(({ order }) => order.remaining > 0);
  }
}
