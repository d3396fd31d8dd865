import type { Level } from '@piazza/shared/depth';
import type { PriceCents } from '@piazza/shared/values';

export interface LadderRow {
  readonly price: PriceCents;
  readonly quantity: number;
  /** Units at this price and the better ones. */
  readonly total: number;
  /** Would trade if the call ended now. */
  readonly meets: boolean;
}

/** The best levels of one side with their running sums; places without a level are null, so that the table keeps its height. */
export function rowsOf(
  levels: readonly Level[],
  places: number,
  meets: (price: number) => boolean,
): readonly (LadderRow | null)[] {
  let total = 0;
  return Array.from({ length: places }, (_, at) => {
    const level = levels[at];
    if (level === undefined) return null;
    const [price, quantity] = level;
    total += quantity;
    return { price, quantity, total, meets: meets(price) };
  });
}

/** The next of 1, 2, 5, 10, 20, 50 … at or above: a scale that rests while quantities move. */
export function scaleOf(largest: number): number {
  if (largest <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(largest));
  return ([1, 2, 5, 10].find((step) => step * power >= largest) ?? 10) * power;
}
