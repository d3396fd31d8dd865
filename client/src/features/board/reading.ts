import type { Locale, Side } from '@piazza/shared/contract';
import type { PriceCents, Units } from '@piazza/shared/values';
import { readEuro, readWhole } from '../../ui/EuroInput/read.ts';

/** What a note may have, in characters. */
export const noteMost = 500;
/** What a message must and may have, in characters. */
export const messageLength = { least: 3, most: 1_000 } as const;

/** A post while it is written: figures as typed. */
export interface Draft {
  readonly side: Side;
  readonly quantity: string;
  /** Empty leaves it to the talk. */
  readonly price: string;
  readonly note: string;
  readonly consent: boolean;
}
export const emptyDraft: Draft = { side: 'buy', quantity: '', price: '', note: '', consent: false };

export type Field = 'quantity' | 'price' | 'note' | 'consent';
export interface Problem {
  readonly field: Field;
  readonly kind: 'quantity' | 'units' | 'price' | 'note' | 'consent';
}

export interface Posting {
  readonly side: Side;
  readonly quantity: Units;
  readonly price: PriceCents | null;
  readonly note: string;
  readonly sharesContact: true;
}

/** Whether the contract takes a price of so many cents: whole cents below three digits of euro, on no tick. */
const isIdea = (cents: number | null): boolean => cents !== null && cents >= 100 && cents < 100_000;

/**
 * Reads what was typed: what keeps it from being posted, in the order of the fields, or the post.
 * @param freeUnits units that may be offered; undefined while unknown
 */
export function readPost(
  draft: Draft,
  freeUnits: number | undefined,
  locale: Locale,
): { readonly problems: readonly Problem[] } | { readonly post: Posting } {
  const units = readWhole(draft.quantity, locale);
  const hasPrice = draft.price.trim() !== '';
  const cents = hasPrice ? readEuro(draft.price, locale) : null;
  const note = draft.note.trim();
  const problems: Problem[] = [];
  if (units === null || units < 1) problems.push({ field: 'quantity', kind: 'quantity' });
  else if (draft.side === 'sell' && freeUnits !== undefined && units > freeUnits)
    problems.push({ field: 'quantity', kind: 'units' });
  if (hasPrice && !isIdea(cents)) problems.push({ field: 'price', kind: 'price' });
  if (note.length > noteMost) problems.push({ field: 'note', kind: 'note' });
  if (!draft.consent) problems.push({ field: 'consent', kind: 'consent' });
  if (problems.length > 0) return { problems };
  const { side } = draft;
  return {
    post: { side, quantity: units as Units, price: cents as PriceCents | null, note, sharesContact: true },
  };
}
