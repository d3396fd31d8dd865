import { isPrice } from '@piazza/shared/values';

/** An order in an auction; their order in a list is their order of arrival. */
export interface AuctionOrder {
  readonly id: number;
  readonly side: 'buy' | 'sell';
  readonly price: number;
  readonly quantity: number;
}
export interface TwinClearing {
  readonly price: number;
  readonly volume: number;
  readonly surplus: number;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

const demandAt = (orders: readonly AuctionOrder[], price: number): number =>
  sum(orders.filter((one) => one.side === 'buy' && one.price >= price).map(({ quantity }) => quantity));
const supplyAt = (orders: readonly AuctionOrder[], price: number): number =>
  sum(orders.filter((one) => one.side === 'sell' && one.price <= price).map(({ quantity }) => quantity));

/** Looks up and down from the reference, a cent further each time, upwards first. */
function nearestTick(reference: number): number {
  let away = 0;
  while (!isPrice(reference + away) && !isPrice(reference - away)) away += 1;
  return isPrice(reference + away) ? reference + away : reference - away;
}

const at = (orders: readonly AuctionOrder[], price: number): TwinClearing => {
  const [demand, supply] = [demandAt(orders, price), supplyAt(orders, price)];
  return { price, volume: Math.min(demand, supply), surplus: demand - supply };
};

/** The limit prices that steps (1) and (2) of DOMAIN §6 leave; none when nothing can trade. */
export function tiesByHand(orders: readonly AuctionOrder[]): TwinClearing[] {
  const candidates = [...new Set(orders.map(({ price }) => price))].map((price) => at(orders, price));
  const most = Math.max(0, ...candidates.map(({ volume }) => volume));
  if (most === 0) return [];
  const full = candidates.filter(({ volume }) => volume === most);
  const least = Math.min(...full.map(({ surplus }) => Math.abs(surplus)));
  return full.filter(({ surplus }) => Math.abs(surplus) === least);
}

/** DOMAIN §6, step by step over every limit price in the book. Slow, and written without a look at the walk it checks. */
export function clearByHand(orders: readonly AuctionOrder[], reference: number | null): TwinClearing | null {
  const ties = tiesByHand(orders);
  if (ties.length === 0) return null;
  const prices = ties.map(({ price }) => price);
  const [lowest, highest] = [Math.min(...prices), Math.max(...prices)];
  if (ties.every(({ surplus }) => surplus > 0)) return at(orders, highest);
  if (ties.every(({ surplus }) => surplus < 0)) return at(orders, lowest);
  if (reference === null) return at(orders, lowest);
  if (reference >= lowest && reference <= highest) return at(orders, nearestTick(reference));
  const [nearest] = prices.toSorted((a, b) => Math.abs(a - reference) - Math.abs(b - reference));
  return at(orders, nearest!);
}

export type TwinTrade = readonly [buy: number, sell: number, quantity: number];

/** The trades at a price, unit by unit: the n-th unit bought meets the n-th unit sold, then equal neighbours are joined. */
export function uncrossByHand(orders: readonly AuctionOrder[], price: number): TwinTrade[] {
  const unitsOf = (queue: readonly AuctionOrder[]): number[] =>
    queue.flatMap(({ id, quantity }) => Array.from({ length: quantity }, () => id));
  const buys = orders.filter((one) => one.side === 'buy' && one.price >= price);
  const sells = orders.filter((one) => one.side === 'sell' && one.price <= price);
  const bought = unitsOf(buys.toSorted((a, b) => b.price - a.price));
  const sold = unitsOf(sells.toSorted((a, b) => a.price - b.price));
  const trades: [number, number, number][] = [];
  for (let n = 0; n < Math.min(bought.length, sold.length); n += 1) {
    const last = trades.at(-1);
    if (last !== undefined && last[0] === bought[n] && last[1] === sold[n]) last[2] += 1;
    else trades.push([bought[n]!, sold[n]!, 1]);
  }
  return trades;
}
