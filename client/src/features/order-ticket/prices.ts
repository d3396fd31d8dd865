import type { Side } from '@piazza/shared/contract';
import { policy } from '@piazza/shared/policy';
import { isPrice, type BasisPoints, type PriceCents } from '@piazza/shared/values';
import { neighbour } from '../../ui/PriceInput/ticks.ts';

/** What the collars are measured from, in cents. */
export interface Marks {
  readonly reference: number;
  readonly last: number | null;
}

const above = (cents: number, width: BasisPoints): number => Math.floor((cents * (10_000 + width)) / 10_000);
const below = (cents: number, width: BasisPoints): number => Math.ceil((cents * (10_000 - width)) / 10_000);

/**
 * The furthest price at which continuous trading goes on for an order of that side: beyond it, a call interrupts. It is
 * the nearer of the collar around the reference and the one around the last trade (DOMAIN §6).
 */
export function tradingBound(side: Side, { reference, last }: Marks): PriceCents | null {
  const moving = last ?? reference;
  const edge =
    side === 'buy'
      ? Math.min(above(reference, policy.staticCollar), above(moving, policy.dynamicCollar))
      : Math.max(below(reference, policy.staticCollar), below(moving, policy.dynamicCollar));
  return isPrice(edge) ? edge : neighbour(edge, side === 'buy' ? -1 : 1);
}
