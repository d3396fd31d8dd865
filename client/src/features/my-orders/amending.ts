import type { Locale, OrderView } from '@piazza/shared/contract';
import { isPrice, type PriceCents, type Units } from '@piazza/shared/values';
import { readEuro, readWhole } from '../../ui/EuroInput/read.ts';

/** What the fields of an amendment say. Only what differs is sent. */
export interface Amendment {
  readonly price: PriceCents | null;
  readonly quantity: Units | null;
  readonly change: { readonly price?: PriceCents; readonly quantity?: Units };
  /** `bad` while a field cannot be read; what the place in line would become otherwise. */
  readonly standing: 'bad' | 'same' | 'keeps' | 'loses';
}

/** Units that have traded already: below them no quantity can go. */
export const traded = ({ quantity, remaining }: Pick<OrderView, 'quantity' | 'remaining'>): number =>
  quantity - remaining;

/** Reads what was typed against the order as it is. It keeps its place only where the quantity alone becomes smaller. */
export function readAmendment(
  order: Pick<OrderView, 'price' | 'quantity' | 'remaining'>,
  typed: { readonly price: string; readonly quantity: string },
  locale: Locale,
): Amendment {
  const cents = readEuro(typed.price, locale);
  const units = readWhole(typed.quantity, locale);
  const price = cents !== null && isPrice(cents) ? cents : null;
  const quantity = units !== null && units > traded(order) ? (units as Units) : null;
  if (price === null || quantity === null) return { price, quantity, change: {}, standing: 'bad' };
  const repriced = price !== order.price;
  const resized = quantity !== order.quantity;
  const change = { ...(repriced ? { price } : {}), ...(resized ? { quantity } : {}) };
  const standing = repriced || quantity > order.quantity ? 'loses' : resized ? 'keeps' : 'same';
  return { price, quantity, change, standing };
}
