import { policy } from '@piazza/shared/policy';
import { isUsual, settingOf, type SettingsView } from '../settings/index.ts';
import { levelAtOrAbove, levelAtOrBelow } from './prices.ts';
import { BUY } from './order-kinds.ts';
import type { Market } from './state.ts';

/** Lowest and highest price in cents, both included. */
export interface Collar {
  readonly low: number;
  readonly high: number;
}

/** Prices so many hundredths of a percent either side of one, in whole cents inside. */
export const priceBand = (cents: number, width: number): Collar => ({
  low: Math.ceil((cents * (10_000 - width)) / 10_000),
  high: Math.floor((cents * (10_000 + width)) / 10_000),
});

/** Asked for last: it changes only with the reference price or the setting. */
let ordersWithin: (Collar & { readonly reference: number; readonly width: number }) | undefined;

/** What the next auction measures from, in cents: the reference, or the one it was given. */
export const referenceOf = ({ terms, referenceCents }: Pick<Market, 'terms' | 'referenceCents'>): number =>
  terms?.referenceCents ?? referenceCents;

/** How far an auction price may lie from the reference, in hundredths of a percent. */
export const auctionWidth = ({ terms }: Pick<Market, 'terms'>): number =>
  terms?.collarBps ?? policy.auctionCollar;

/** Prices at which an order is taken at all. */
export function orderCollar(view: SettingsView, market: Market): Collar {
  const reference = referenceOf(market);
  const width = isUsual(view) ? policy.orderCollar : settingOf(view, 'orderCollar');
  if (ordersWithin === undefined || ordersWithin.reference !== reference || ordersWithin.width !== width)
    ordersWithin = { reference, width, ...priceBand(reference, width) };
  return ordersWithin;
}

/** Prices at which a call may uncross without being extended. */
export const auctionCollar = (market: Market): Collar => priceBand(referenceOf(market), auctionWidth(market));

export const isWithin = (collar: Collar, cents: number): boolean =>
  cents >= collar.low && cents <= collar.high;

interface Bounds {
  readonly reference: number;
  readonly last: number;
  readonly low: number;
  readonly high: number;
}

function boundsOf(reference: number, last: number): Bounds {
  const fixed = priceBand(reference, policy.staticCollar);
  const moving = priceBand(last, policy.dynamicCollar);
  const high = levelAtOrBelow(Math.min(fixed.high, moving.high));
  return { reference, last, low: levelAtOrAbove(Math.max(fixed.low, moving.low)), high };
}

/** Those asked for last: they change only where the price does. */
let bounds: Bounds | undefined;

/** The level beyond which continuous trading is interrupted, for an order of that side: the nearer of both collars. */
export function boundLevel(market: Market, side: number): number {
  const reference = market.referenceCents;
  const last = market.last === null ? reference : market.last.priceCents;
  if (bounds === undefined || bounds.last !== last || bounds.reference !== reference)
    bounds = boundsOf(reference, last);
  return side === BUY ? bounds.high : bounds.low;
}
