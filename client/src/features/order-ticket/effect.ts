import { clearing, type AuctionLevel, type Clearing } from '@piazza/shared/auction';
import type { MarketPhase, OrderView, PlaceOrder } from '@piazza/shared/contract';
import { tradingBound, type Marks } from './prices.ts';

/** A book by price level, best first. */
export interface Levels {
  readonly bids: readonly AuctionLevel[];
  readonly asks: readonly AuctionLevel[];
}

/** What an order would do in continuous trading, were it the next to arrive. Prices in cents. */
export interface Trades {
  readonly kind: 'trades';
  readonly fills: readonly AuctionLevel[];
  readonly filled: number;
  /** Cents of all fills. */
  readonly value: number;
  /** Units that would wait in the book, behind how many at their price. */
  readonly rests: number;
  readonly behind: number;
  /** Units cancelled at once. */
  readonly dropped: number;
  /** Not enough could trade at once, and the order asks for more. */
  readonly refused: 'not_fillable' | 'minimum_not_met' | null;
  /** The price at which a call would interrupt trading; null where none would. */
  readonly interruptedAt: number | null;
}

/** What an order would do to a call, were it to end right after. */
export interface Gathers {
  readonly kind: 'gathers';
  readonly before: Clearing | null;
  readonly after: Clearing | null;
  /** Units of the order that would trade. */
  readonly filled: number;
}
export type Effect = Trades | Gathers;

const reaches = (side: PlaceOrder['side'], limit: number, price: number): boolean =>
  side === 'buy' ? price <= limit : price >= limit;

function trades({ bids, asks }: Levels, order: PlaceOrder, marks: Marks): Trades {
  const { side, price: limit, quantity } = order;
  const bound = tradingBound(side, marks) ?? limit;
  const fills: AuctionLevel[] = [];
  let [left, value, interruptedAt] = [quantity as number, 0, null as number | null];
  for (const [price, waiting] of side === 'buy' ? asks : bids) {
    if (left === 0 || !reaches(side, limit, price)) break;
    if (!reaches(side, bound, price)) {
      interruptedAt = price;
      break;
    }
    const traded = Math.min(left, waiting);
    fills.push([price, traded]);
    left -= traded;
    value += price * traded;
  }
  const filled = quantity - left;
  const immediate = order.type === 'market' || order.timeInForce === 'ioc' || order.timeInForce === 'fok';
  const all = order.timeInForce === 'fok' && left > 0;
  const refused = all ? 'not_fillable' : filled < (order.minimumQuantity ?? 0) ? 'minimum_not_met' : null;
  const own = side === 'buy' ? bids : asks;
  return {
    kind: 'trades',
    fills,
    filled,
    value,
    rests: immediate ? 0 : left,
    behind: own.find(([price]) => price === limit)?.[1] ?? 0,
    dropped: immediate ? left : 0,
    refused,
    interruptedAt,
  };
}

/** The levels with one more order in them. */
function joined(
  levels: readonly AuctionLevel[],
  price: number,
  quantity: number,
  falling: boolean,
): AuctionLevel[] {
  const there = levels.findIndex(([at]) => (falling ? at <= price : at >= price));
  const at = there === -1 ? levels.length : there;
  const same = levels[at]?.[0] === price;
  return [
    ...levels.slice(0, at),
    [price, quantity + (same ? (levels[at]?.[1] ?? 0) : 0)],
    ...levels.slice(same ? at + 1 : at),
  ];
}

/** Units that an order that came last gets: all with a better price, at the margin what its side leaves it. */
function share(order: PlaceOrder, after: Clearing | null): number {
  if (after === null || !reaches(order.side, order.price, after.price)) return 0;
  if (order.price !== after.price) return order.quantity;
  const over = Math.max(0, order.side === 'buy' ? after.surplus : -after.surplus);
  return Math.max(0, order.quantity - over);
}

function gathers({ bids, asks }: Levels, order: PlaceOrder, { reference }: Marks): Gathers {
  const { side, price, quantity } = order;
  const before = clearing(bids, asks, reference);
  const after =
    side === 'buy'
      ? clearing(joined(bids, price, quantity, true), asks, reference)
      : clearing(bids, joined(asks, price, quantity, false), reference);
  return { kind: 'gathers', before, after, filled: share(order, after) };
}

/** What the order would do, were it the next to arrive; the book moves on meanwhile, so this is an estimate. */
export const effectOf = (levels: Levels, phase: MarketPhase, order: PlaceOrder, marks: Marks): Effect =>
  phase === 'continuous' ? trades(levels, order, marks) : gathers(levels, order, marks);

/** Own orders on the other side that this one would meet. */
export const meetsOwn = (
  own: readonly Pick<OrderView, 'side' | 'price'>[],
  { side, price }: Pick<PlaceOrder, 'side' | 'price'>,
): boolean => own.some((one) => one.side !== side && reaches(side, price, one.price));
