import type { Locale, OfferView } from '@piazza/shared/contract';
import { policy } from '@piazza/shared/policy';
import type { MethodId } from '@piazza/shared/values';
import { readEuro, readWhole, writeEuro } from '../../ui/EuroInput/read.ts';
import { fitAmount, fitUnits, type Fit, type Size } from './amounts.ts';
import type { PlaceBody } from './placement.ts';

/** What was filled in so far on the way to a commitment. */
export interface Draft {
  readonly by: 'amount' | 'units';
  /** As typed. */
  readonly text: string;
  /** The way to pay; null for the balance. */
  readonly method: MethodId | null;
  readonly warning: boolean;
  readonly consent: boolean;
}

export const emptyDraft: Draft = {
  by: 'amount',
  text: '',
  method: null,
  warning: false,
  consent: false,
};

/** How the wish of a draft reads: `value` is in cents or units, as it was chosen by. */
export type Wish = { readonly kind: 'empty' | 'unread' } | (Fit & { readonly value: number });

export function wishOf(draft: Draft, offer: OfferView, locale: Locale): Wish {
  if (draft.text.trim() === '') return { kind: 'empty' };
  const value = draft.by === 'amount' ? readEuro(draft.text, locale) : readWhole(draft.text, locale);
  if (value === null) return { kind: 'unread' };
  return { ...(draft.by === 'amount' ? fitAmount(offer, value) : fitUnits(offer, value)), value };
}

/** The size as one would type it, by amount or by units. */
export const textOf = (size: Size, by: Draft['by'], locale: Locale): string =>
  by === 'amount' ? writeEuro(size.amount, locale) : String(size.units);

/** Whether the law asks for consent and proof of understanding: ECSPR art. 21(7), non-sophisticated investors only. @param threshold cents, by what they have shared of their net worth */
export const isLarge = (
  size: Size,
  sophisticated: boolean,
  threshold: number = policy.warningThresholdCents,
): boolean => !sophisticated && size.amount > threshold;

export type WarningGap = 'warning' | 'consent' | 'question';

/** What of the warnings is not confirmed yet. @param proved whether the venue has taken a right answer to its question */
export function warningGaps(draft: Draft, large: boolean, proved: boolean): readonly WarningGap[] {
  const gaps: WarningGap[] = draft.warning ? [] : ['warning'];
  if (!large) return gaps;
  if (!draft.consent) gaps.push('consent');
  if (!proved) gaps.push('question');
  return gaps;
}

/** What is sent. The notice of the reflection period stands beside the button that calls this. */
export const bodyOf = (draft: Draft, size: Size, large: boolean): PlaceBody => ({
  units: size.units,
  ...(draft.method === null ? {} : { method: draft.method }),
  acknowledgements: {
    riskWarning: draft.warning,
    reflectionNotice: true,
    aboveThreshold: large && draft.consent,
  },
});
