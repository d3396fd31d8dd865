import type { OrderView } from '@piazza/shared/contract';

/** Units of a holding that no own order offers already. */
export const unoffered = (units: number, own: readonly Pick<OrderView, 'side' | 'remaining'>[]): number =>
  own.reduce((left, { side, remaining }) => (side === 'sell' ? left - remaining : left), units);
