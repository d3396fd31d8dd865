import type { OfferId } from '@piazza/shared/values';
import { useState } from 'react';
import { emptyDraft, type Draft } from './draft.ts';

type Kept = Pick<Draft, 'by' | 'text' | 'method'>;

/** The draft of one person for one offer. The wish outlives a reload; what was confirmed is asked again. */
export function useDraft(personId: string, offerId: OfferId) {
  const name = `piazza.draft.${personId}.${offerId}`;
  const [draft, setDraft] = useState<Draft>(() => {
    const kept = JSON.parse(sessionStorage.getItem(name) ?? '{}') as Partial<Kept>;
    return { ...emptyDraft, ...kept };
  });
  const change = (changes: Partial<Draft>): void => {
    const next = { ...draft, ...changes };
    const { by, text, method } = next;
    sessionStorage.setItem(name, JSON.stringify({ by, text, method } satisfies Kept));
    setDraft(next);
  };
  return { draft, change, discard: () => sessionStorage.removeItem(name) };
}
