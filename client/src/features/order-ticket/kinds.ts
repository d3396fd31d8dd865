import type { MarketPhase, OrderType, TimeInForce } from '@piazza/shared/contract';

/** Phases in which the venue takes orders. */
export const takesOrders = (phase: MarketPhase): boolean =>
  phase === 'pre_open' || phase === 'call' || phase === 'freeze' || phase === 'continuous';

/** Market orders, immediate ones and minimum quantities need continuous trading (DOMAIN §6). */
export const typesIn = (phase: MarketPhase): readonly OrderType[] =>
  phase === 'continuous' ? ['limit', 'market'] : ['limit'];

/** For how long an order may be meant in this phase, the usual one first. */
export function timesIn(phase: MarketPhase, type: OrderType): readonly TimeInForce[] {
  if (phase !== 'continuous') return ['day', 'auction', 'gtc', 'gtd'];
  return type === 'market' ? ['ioc', 'fok'] : ['day', 'gtc', 'gtd', 'ioc', 'fok'];
}
