import { tickCents } from '../values/index.ts';

/** One price level of one side: a price in whole cents, and the units that wait there, at least 1. */
export type AuctionLevel = readonly [price: number, quantity: number];

/** What an auction would trade. */
export interface Clearing {
  /** The one price of all its trades, in whole cents. */
  readonly price: number;
  /** Units that trade, at least 1. */
  readonly volume: number;
  /** Units that could trade at this price and do not: above 0 on the buy side, below 0 on the sell side. */
  readonly surplus: number;
}

/** The candidates that share the best volume and the least surplus. They are neighbours, and their surplus never rises. */
interface Ties {
  readonly volume: number;
  readonly low: number;
  readonly lowSurplus: number;
  readonly high: number;
  readonly highSurplus: number;
}

const priceAt = (levels: readonly AuctionLevel[], index: number): number | undefined => levels[index]?.[0];
const quantityAt = (levels: readonly AuctionLevel[], index: number): number => levels[index]?.[1] ?? 0;

/** Steps (1) and (2) in one walk up the merged limit prices; null when nothing can trade. */
function tiesOf(bids: readonly AuctionLevel[], asks: readonly AuctionLevel[]): Ties | null {
  let demand = 0;
  for (const [, quantity] of bids) demand += quantity;
  let supply = 0;
  let bid = bids.length - 1;
  let ask = 0;
  let [volume, least, low, lowSurplus, high, highSurplus] = [0, 0, 0, 0, 0, 0];
  while (bid >= 0 || ask < asks.length) {
    const price = Math.min(priceAt(bids, bid) ?? Infinity, priceAt(asks, ask) ?? Infinity);
    for (; priceAt(asks, ask) === price; ask += 1) supply += quantityAt(asks, ask);
    const traded = Math.min(demand, supply);
    const surplus = demand - supply;
    if (traded > volume || (traded > 0 && traded === volume && Math.abs(surplus) < least)) {
      [volume, least, low, lowSurplus, high, highSurplus] = [
        traded,
        Math.abs(surplus),
        price,
        surplus,
        price,
        surplus,
      ];
    } else if (traded > 0 && traded === volume && Math.abs(surplus) === least) {
      [high, highSurplus] = [price, surplus];
    }
    // The bids at this price still count at it, and no longer above.
    for (; priceAt(bids, bid) === price; bid -= 1) demand -= quantityAt(bids, bid);
  }
  return volume === 0 ? null : { volume, low, lowSurplus, high, highSurplus };
}

/** Demand less supply at any price, limit of the book or not. */
function surplusAt(bids: readonly AuctionLevel[], asks: readonly AuctionLevel[], at: number): number {
  let surplus = 0;
  for (const [price, quantity] of bids) if (price >= at) surplus += quantity;
  for (const [price, quantity] of asks) if (price <= at) surplus -= quantity;
  return surplus;
}

/** The nearest multiple of the tick of its band, half up; the price itself where none is admitted. */
function toTick(price: number, tick: (price: number) => number | null): number {
  const step = tick(price) ?? 1;
  return Math.floor((2 * price + step) / (2 * step)) * step;
}

/** Step (4): the reference where it lies among the ties, else the tie nearest to it; the lowest without a reference. */
function towards(reference: number | null, ties: Ties, tick: (price: number) => number | null): number {
  if (reference === null || reference <= ties.low) return ties.low;
  if (reference >= ties.high) return ties.high;
  return Math.min(Math.max(toTick(reference, tick), ties.low), ties.high);
}

/**
 * The price at which a call auction uncrosses (DOMAIN §6, the four steps SET and Xetra publish), or null when nothing
 * trades. Candidates are the distinct limit prices: (1) most volume, (2) least surplus, (3) the highest where every tie
 * leaves buyers over, the lowest where every tie leaves sellers over, (4) else as near the reference as the ties reach.
 * Levels come best first (bids falling, asks rising), each price once, in whole cents; `reference` in cents, null when
 * there is none. Work grows with the number of levels alone.
 */
export function clearing(
  bids: readonly AuctionLevel[],
  asks: readonly AuctionLevel[],
  reference: number | null,
  tick: (price: number) => number | null = tickCents,
): Clearing | null {
  const ties = tiesOf(bids, asks);
  if (ties === null) return null;
  const { volume, low, lowSurplus, high, highSurplus } = ties;
  if (highSurplus > 0) return { price: high, volume, surplus: highSurplus };
  if (lowSurplus < 0) return { price: low, volume, surplus: lowSurplus };
  const price = towards(reference, ties, tick);
  return { price, volume, surplus: surplusAt(bids, asks, price) };
}
