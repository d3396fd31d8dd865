import type { CancelReason, Side } from '../domain/market/index.ts';

/** Names of the markets' streams in the history, and what their lines hold. Prices in cents, stamps in ms. */
const namesKept = 50_000;

/** Names are made once and then found: one and the same text for a stream costs less wherever it is looked up. */
export function namesOf(prefix: string): (of: string) => string {
  const names = new Map<string, string>();
  return (of) => {
    let name = names.get(of);
    if (name === undefined) {
      if (names.size >= namesKept) names.clear();
      name = `${prefix}${of}`;
      names.set(of, name);
    }
    return name;
  };
}

export const tradesStream = namesOf('trades:');
export const auctionsStream = (listing: string): string => `auctions:${listing}`;
export const candlesStream = (listing: string, interval: '1m' | '1d'): string =>
  `candles:${listing}:${interval}`;
/** The index of a line is the update's seq. */
export const ordersStream = namesOf('orders:');

export interface CandleLine {
  readonly from: number;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  readonly volume: number;
}

export interface AuctionLine {
  readonly at: number;
  readonly priceCents: number | null;
  readonly volume: number;
  readonly surplus: number;
  readonly trades: number;
  readonly extensions: number;
  readonly referenceCents: number;
}

export interface OrderLine {
  readonly at: number;
  readonly order: number;
  readonly listing: string;
  readonly side: Side;
  readonly kind: 'placed' | 'rested' | 'traded' | 'amended' | 'cancelled';
  readonly priceCents: number;
  readonly quantity: number;
  readonly remaining: number;
  /** Number of the trade; null where none is meant. */
  readonly trade: number | null;
  readonly reason: CancelReason | null;
}
