import type { PlaceOrder } from '@piazza/shared/contract';

/** Why one is asked once more before an order is sent. */
export type Doubt =
  | { readonly kind: 'large'; readonly share: number }
  | { readonly kind: 'far'; readonly bps: number; readonly from: number };

const largeShare = 0.5;
const farBps = 500;

/**
 * Whether an order takes much of what is free, or is priced far on the wrong side of the last trade. In `far`, `bps`
 * are hundredths of a percent away from `from`, in cents.
 */
export function doubtsAbout(
  { side, price, quantity }: Pick<PlaceOrder, 'side' | 'price' | 'quantity'>,
  freeCents: number | undefined,
  last: number,
): readonly Doubt[] {
  const doubts: Doubt[] = [];
  const cost = price * quantity;
  if (side === 'buy' && freeCents !== undefined && freeCents > 0 && cost > freeCents * largeShare)
    doubts.push({ kind: 'large', share: cost / freeCents });
  const bps = Math.round(((side === 'buy' ? price - last : last - price) * 10_000) / last);
  if (bps > farBps) doubts.push({ kind: 'far', bps, from: last });
  return doubts;
}
