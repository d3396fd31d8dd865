import type { PriceCents } from './numbers.ts';

/** Lower bound of each band and its tick, in cents. RTS 11 (delegated regulation 2017/588), least liquid band. */
const bands = [
  [50_000, 500],
  [20_000, 200],
  [10_000, 100],
  [5_000, 50],
  [2_000, 20],
  [1_000, 10],
  [500, 5],
  [200, 2],
  [100, 1],
] as const;

/** The tick at this price in cents, or null where no price is admitted (below €1, from €1,000). */
export function tickCents(price: number): number | null {
  if (price >= 100_000) return null;
  return bands.find(([from]) => price >= from)?.[1] ?? null;
}

/** Whether a whole number of cents is an admitted price on its tick. Off-tick prices are refused, never rounded. */
export function isPrice(price: number): price is PriceCents {
  const tick = Number.isSafeInteger(price) ? tickCents(price) : null;
  return tick !== null && price % tick === 0;
}
