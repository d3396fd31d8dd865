import { createContext, useContext } from 'react';
import type { Review } from '../draft/comments.ts';
import type { DraftInHand } from './useDraft.ts';

/** What the fields of the wizard share. */
export interface Hand extends DraftInHand {
  /** The request for changes that the issuer answers. */
  readonly request: Review | null;
  /** Fields changed since that request. */
  readonly edited: ReadonlySet<string>;
  /** Whether blank fields are marked: only after the reader wanted to hand in. */
  readonly strict: boolean;
}

const hand = createContext<Hand | null>(null);
export const HandProvider = hand.Provider;

/** The draft in hand. @throws Error outside the wizard */
export function useHand(): Hand {
  const found = useContext(hand);
  if (found === null) throw new Error('a field outside the wizard');
  return found;
}
