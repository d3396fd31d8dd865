import { policy } from '@piazza/shared/policy';
import type { RejectionCode } from '@piazza/shared/rejections';
import { isPrice } from '@piazza/shared/values';
import type { PlaceOrder } from '../../../server/src/domain/market/index.ts';
import { wall } from './effects.ts';
import type { TwinMarket } from './market.ts';
import { band, opposite, reaches, type Arrival } from './orders.ts';

/** What a rule asks of the world around the market. */
export interface Surroundings {
  readonly venueBlocked: boolean;
  readonly accountBlocked: boolean;
  /** Free for a new order, orders already counted: cents, and units of the listing. */
  readonly cents: number;
  readonly units: number;
  readonly at: number;
}
type Rule = readonly [RejectionCode, boolean];
const first = (rules: readonly (() => Rule)[]): RejectionCode | null => {
  for (const rule of rules) {
    const [code, broken] = rule();
    if (broken) return code;
  }
  return null;
};

const open: readonly string[] = ['pre_open', 'call', 'freeze', 'continuous'];

const entry = (market: TwinMarket, world: Surroundings): (() => Rule)[] => [
  () => ['matching_forbidden', market.model === 'bulletin'],
  () => ['trading_blocked', market.blocked || world.venueBlocked || world.accountBlocked],
  () => ['market_closed', !open.includes(market.phase)],
];

const priced = (market: TwinMarket, price: number, quantity: number): (() => Rule)[] => [
  () => ['off_tick', !isPrice(price)],
  () => ['order_value_exceeded', price * quantity > policy.maxOrderValueCents],
  () => {
    const [low, high] = band(market.callReference, policy.orderCollar);
    return ['outside_collar', price < low || price > high];
  },
];

const covered = ({ side, price }: Arrival, quantity: number, world: Surroundings): (() => Rule)[] => [
  () => ['insufficient_funds', side === 'buy' && price * quantity > world.cents],
  () => ['insufficient_units', side === 'sell' && quantity > world.units],
];

/** Whether an own order waits where this one would meet it. */
const meetsOwn = (market: TwinMarket, { id, owner, side, price }: Arrival): boolean =>
  market.orders.some(
    (one) =>
      one.id !== id && one.owner === owner && one.side === opposite(side) && reaches(side, price, one.price),
  );

const fills = (market: TwinMarket, arrival: Arrival): number =>
  market.plan(arrival).fills.reduce((sum, { quantity }) => sum + quantity, 0);

/** The first rule that a new order breaks, in the documented precedence. */
export function placeFault(
  market: TwinMarket,
  order: PlaceOrder,
  arrival: Arrival,
  world: Surroundings,
): RejectionCode | null {
  const continuous = market.phase === 'continuous';
  const { timeInForce: time, minimumQuantity: least, quantity, lastDay, priceCents } = order;
  const now = order.type === 'market' || time === 'ioc' || time === 'fok' || least > 0;
  const today = wall(world.at).day;
  return first([
    ...entry(market, world),
    () => ['order_kind_forbidden', (continuous ? time === 'auction' : now) || least > quantity],
    ...priced(market, priceCents, quantity),
    () => ['good_till_invalid', time === 'gtd' ? lastDay < today || lastDay > today + 90 : lastDay !== 0],
    () => ['too_many_orders', market.of(arrival.owner).length >= policy.openOrdersPerAccount],
    () => ['self_match', !continuous && meetsOwn(market, arrival)],
    () => ['not_fillable', continuous && time === 'fok' && fills(market, arrival) < quantity],
    () => ['minimum_not_met', continuous && time !== 'fok' && least > 0 && fills(market, arrival) < least],
    ...covered(arrival, quantity, world),
    () => ['interruption_spent', market.interrupters.includes(arrival.owner) && market.wouldSpend(arrival)],
  ]);
}

/** The first rule that a changed order breaks, once it is known to change. */
export const replaceFault = (
  market: TwinMarket,
  arrival: Arrival,
  world: Surroundings,
): RejectionCode | null =>
  first([
    ...entry(market, world),
    ...priced(market, arrival.price, arrival.remaining),
    () => ['self_match', market.phase !== 'continuous' && meetsOwn(market, arrival)],
    ...covered(arrival, arrival.remaining, world),
    () => ['interruption_spent', market.interrupters.includes(arrival.owner) && market.wouldSpend(arrival)],
  ]);

/** Where an operator's act is legal. */
const acts: Readonly<Record<string, readonly string[]>> = {
  start: ['closed', 'pre_open'],
  extend: ['call', 'freeze'],
  halt: ['pre_open', 'call', 'freeze', 'continuous'],
  resume: ['halted'],
  close: ['pre_open', 'call', 'freeze', 'continuous', 'halted'],
};
export const actFault = (market: TwinMarket, act: string, venueBlocked: boolean): RejectionCode | null =>
  first([
    () => ['matching_forbidden', market.model === 'bulletin'],
    () => ['phase_forbids', !(acts[act] ?? []).includes(market.phase)],
    () => ['trading_blocked', (act === 'start' || act === 'resume') && (market.blocked || venueBlocked)],
  ]);
