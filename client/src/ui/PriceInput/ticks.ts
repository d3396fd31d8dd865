import { isPrice, tickCents, type PriceCents } from '@piazza/shared/values';

/**
 * The admitted price next above or below an amount in whole cents, on its tick or between two.
 * @returns null where there is none: below €1, or from €1,000
 */
export function neighbour(cents: number, by: 1 | -1): PriceCents | null {
  // Every band begins at a multiple of the tick below it, so that a step up never jumps over its first price.
  const tick = tickCents(by === 1 ? cents : cents - 1);
  if (tick === null) return null;
  const next = by === 1 ? (Math.floor(cents / tick) + 1) * tick : (Math.ceil(cents / tick) - 1) * tick;
  return isPrice(next) ? next : null;
}

/** The admitted prices around an amount that is none; empty where it is one. */
export const nearPrices = (cents: number): readonly PriceCents[] =>
  isPrice(cents) ? [] : [neighbour(cents, -1), neighbour(cents, 1)].filter((price) => price !== null);
