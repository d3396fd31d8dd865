import { policy } from '@piazza/shared/policy';
import type { PersonId } from '@piazza/shared/values';
import type { SelfMatch, Side, TimeInForce } from '../../../server/src/domain/market/index.ts';

/** An order at rest. Orders of a market stand in a plain array, in no particular order. */
export interface TwinOrder {
  readonly id: number;
  readonly owner: PersonId;
  readonly side: Side;
  price: number;
  remaining: number;
  quantity: number;
  readonly time: TimeInForce;
  readonly lastDay: number;
  /** Since when it has its place: its stamp, and its turn among all that ever came. */
  at: number;
  turn: number;
}

/** An order on its way in. */
export interface Arrival extends Omit<TwinOrder, 'turn'> {
  readonly selfMatch: SelfMatch;
  readonly immediate: boolean;
}

export const opposite = (side: Side): Side => (side === 'buy' ? 'sell' : 'buy');

/** Whether a limit of this side reaches a price of the other. */
export const reaches = (side: Side, limit: number, price: number): boolean =>
  side === 'buy' ? price <= limit : price >= limit;

/** The orders of a side, the one that trades first in front. */
export const queue = (orders: readonly TwinOrder[], side: Side): TwinOrder[] =>
  orders
    .filter((one) => one.side === side)
    .toSorted((a, b) => (side === 'buy' ? b.price - a.price : a.price - b.price) || a.turn - b.turn);

/** The older in front: an owner's orders are told in this order. */
export const byAge = (a: TwinOrder, b: TwinOrder): number => a.at - b.at || a.id - b.id;

/** What an order would do. */
export interface Plan {
  readonly fills: { readonly maker: TwinOrder; readonly quantity: number }[];
  /** Own orders that give way. */
  readonly yields: TwinOrder[];
  /** Whether the new order itself gives way to an own one. */
  self: boolean;
  /** Whether the collar, not the limit, ended it. */
  collared: boolean;
}

/** Own orders that wait behind the collar, dealt with as the order's rule says. */
function behindCollar(plan: Plan, arrival: Arrival, waiting: readonly TwinOrder[]): void {
  const own = waiting
    .filter((one) => one.owner === arrival.owner && !plan.yields.includes(one))
    .toSorted(byAge);
  const [first] = own;
  if (first === undefined || arrival.immediate) return;
  if (arrival.selfMatch === 'cancel_oldest') plan.yields.push(...own);
  else plan.self = true;
  const nearer = (a: TwinOrder, b: TwinOrder): boolean =>
    a.price !== b.price && reaches(arrival.side, b.price, a.price);
  if (arrival.selfMatch === 'cancel_both')
    plan.yields.push(own.reduce((best, one) => (nearer(one, best) ? one : best), first));
}

/**
 * Walks the other side from its front, order by order.
 * @param edge the furthest price at which anything may trade
 */
export function planOf(orders: readonly TwinOrder[], arrival: Arrival, edge: number): Plan {
  const plan: Plan = { fills: [], yields: [], self: false, collared: false };
  const { side, price, owner, selfMatch } = arrival;
  const others = queue(orders, opposite(side)).filter((one) => reaches(side, price, one.price));
  let left = arrival.remaining;
  for (const maker of others) {
    if (left === 0) break;
    if (!reaches(side, edge, maker.price)) {
      plan.collared = true;
      behindCollar(plan, arrival, others);
      break;
    }
    if (maker.owner === owner) {
      if (selfMatch !== 'cancel_newest') plan.yields.push(maker);
      if (selfMatch === 'cancel_oldest') continue;
      plan.self = true;
      break;
    }
    const quantity = Math.min(left, maker.remaining);
    plan.fills.push({ maker, quantity });
    left -= quantity;
  }
  return plan;
}

/** Prices in cents around a reference: hundredths of a percent either way, whole cents inside. */
export const band = (cents: number, bps: number): readonly [low: number, high: number] => [
  Math.ceil((cents * (10_000 - bps)) / 10_000),
  Math.floor((cents * (10_000 + bps)) / 10_000),
];

/** The furthest price at which an order of this side may trade in continuous trading. */
export function edgeOf(side: Side, reference: number, last: number | null): number {
  const [fixed, moving] = [
    band(reference, policy.staticCollar),
    band(last ?? reference, policy.dynamicCollar),
  ];
  return side === 'buy' ? Math.min(fixed[1], moving[1]) : Math.max(fixed[0], moving[0]);
}
