import type { Level } from '@piazza/shared/depth';

/** One step of the curve: at this price and the better ones, so many units. */
export interface Step {
  readonly price: number;
  readonly units: number;
}

/** Running sums from the best price outwards. */
export function sums(levels: readonly Level[]): readonly Step[] {
  let units = 0;
  return levels.map(([price, quantity]) => {
    units += quantity;
    return { price, units };
  });
}

export interface Frame {
  readonly low: number;
  readonly high: number;
  readonly most: number;
}

/** Prices and units both curves fit into, with a little room at the edges; null for an empty book. */
export function frameOf(bids: readonly Step[], asks: readonly Step[]): Frame | null {
  const prices = [...bids, ...asks].map(({ price }) => price);
  if (prices.length === 0) return null;
  const low = Math.min(...prices);
  const high = Math.max(...prices);
  const margin = Math.max(1, Math.round((high - low) * 0.04));
  return {
    low: low - margin,
    high: high + margin,
    most: Math.max(bids.at(-1)?.units ?? 0, asks.at(-1)?.units ?? 0),
  };
}

export const width = 1000;
export const height = 300;

/** Outline of one side's area in a drawing of 1000 × 300, down to the floor at the edge of the frame. */
export function areaOf(steps: readonly Step[], side: 'bid' | 'ask', { low, high, most }: Frame): string {
  const first = steps[0];
  if (first === undefined) return '';
  const x = (price: number) => Math.round(((price - low) / (high - low)) * width);
  const y = (units: number) => Math.round(height - (units / most) * (height - 12));
  const edge = side === 'bid' ? 0 : width;
  const risers = steps.map(({ price, units }) => `H${x(price)}V${y(units)}`).join('');
  return `M${x(first.price)} ${height}${risers}H${edge}V${height}Z`;
}

/** Units that wait at a price and the better ones. */
export function unitsAt(steps: readonly Step[], side: 'bid' | 'ask', price: number): number {
  const reached = steps.filter((step) => (side === 'bid' ? step.price >= price : step.price <= price));
  return reached.at(-1)?.units ?? 0;
}
