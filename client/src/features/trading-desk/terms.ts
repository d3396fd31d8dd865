import type { MarketPhase, MarketView } from '@piazza/shared/contract';
import { clearing, type AuctionLevel } from '@piazza/shared/auction';
import { policy } from '@piazza/shared/policy';
import { isPrice, type PriceCents } from '@piazza/shared/values';

const gathering: readonly MarketPhase[] = ['closed', 'pre_open', 'halted'];

/** Whether two operators may give the next call of the market terms of its own now. */
export const mayHaveTerms = (
  phase: MarketPhase,
  { model, blocked }: Pick<MarketView, 'model' | 'blocked'>,
): boolean => model !== 'bulletin' && gathering.includes(phase) && !(phase === 'halted' && blocked);

/** A width as somebody types it, in percent with a comma or a point; null for what is none, or not within the rule. */
export function readWidth(typed: string): number | null {
  const text = typed.trim().replace('%', '').trim().replace(',', '.');
  const bps = /^\d{1,3}(?:\.\d{1,2})?$/.test(text) ? Math.round(Number(text) * 100) : 0;
  return bps >= policy.auctionCollar && bps <= policy.callCollarMost ? bps : null;
}

/** What would hold in the next call. Prices in cents. */
export interface Outlook {
  readonly reference: number;
  readonly widthBps: number;
  readonly low: number;
  readonly high: number;
  /** What the orders that wait now would give; null where nothing would trade. */
  readonly found: { readonly price: number; readonly volume: number; readonly inside: boolean } | null;
}

/** The call with this reference and this collar, by the orders of the book as it is. Levels best first. */
export function outlookOf(
  { bids, asks }: { readonly bids: readonly AuctionLevel[]; readonly asks: readonly AuctionLevel[] },
  reference: number,
  widthBps: number,
): Outlook {
  const low = Math.ceil((reference * (10_000 - widthBps)) / 10_000);
  const high = Math.floor((reference * (10_000 + widthBps)) / 10_000);
  const cleared = clearing(bids, asks, reference);
  const found = cleared && {
    price: cleared.price,
    volume: cleared.volume,
    inside: cleared.price >= low && cleared.price <= high,
  };
  return { reference, widthBps, low, high, found };
}

/** What is proposed; null where it cannot be: nothing is changed, or something typed is no price or no width. */
export function termsAsked(
  typed: { readonly reference: string; readonly width: string },
  cents: number | null,
): { readonly reference: PriceCents | null; readonly collarBps: number | null } | null {
  const [noReference, noWidth] = [typed.reference.trim() === '', typed.width.trim() === ''];
  const collarBps = noWidth ? null : readWidth(typed.width);
  if ((noReference && noWidth) || (!noWidth && collarBps === null)) return null;
  if (noReference) return { reference: null, collarBps };
  return cents !== null && isPrice(cents) ? { reference: cents, collarBps } : null;
}
