import type { CommitmentView } from '@piazza/shared/contract';
import type { OfferId } from '@piazza/shared/values';
import { useMemo, useRef, useState } from 'react';
import { Refused } from '../../api/index.ts';
import { intentFor, intentsOf, isPassing, send, type Intent, type PlaceBody } from './placement.ts';

export type Placement =
  | { readonly state: 'idle' | 'sending' }
  /** Sent and not answered: placed or not. `asking` while it is sent once more; not `fresh` when an earlier visit sent it. */
  | { readonly state: 'unsure' | 'asking'; readonly units: number; readonly fresh: boolean }
  | { readonly state: 'refused'; readonly error: Refused };

export interface Placing {
  readonly placement: Placement;
  readonly place: (body: PlaceBody) => void;
  /** Sends once more what nobody answered. */
  readonly askAgain: () => void;
  /** Takes a refusal off the screen. */
  readonly reset: () => void;
}

const unsure = (intent: Intent | null, state: 'unsure' | 'asking', fresh = true): Placement =>
  intent === null ? { state: 'idle' } : { state, units: intent.body.units, fresh };

/**
 * Places commitments, each at most once: the key is kept before anything is sent, goes with every repetition, and is
 * given up only when the venue has answered. A second click while one is under way does nothing.
 */
export function usePlacement(
  personId: string,
  offerId: OfferId,
  onPlaced: (commitment: CommitmentView) => void,
): Placing {
  const intents = useMemo(() => intentsOf(personId, offerId), [personId, offerId]);
  const [placement, setPlacement] = useState<Placement>(() => unsure(intents.read(), 'unsure', false));
  const busy = useRef(false);
  const attempt = async (intent: Intent, during: Placement) => {
    if (busy.current) return;
    busy.current = true;
    setPlacement(during);
    intents.keep(intent);
    try {
      const commitment = await send(offerId, intent);
      intents.forget();
      onPlaced(commitment);
      setPlacement({ state: 'idle' });
    } catch (error) {
      if (!(error instanceof Refused) || isPassing(error)) setPlacement(unsure(intent, 'unsure'));
      else {
        intents.forget();
        setPlacement({ state: 'refused', error });
      }
    } finally {
      busy.current = false;
    }
  };
  return {
    placement,
    place: (body) => {
      void attempt(intentFor(body), { state: 'sending' });
    },
    askAgain: () => {
      const kept = intents.read();
      if (kept === null) setPlacement({ state: 'idle' });
      else void attempt(kept, unsure(kept, 'asking'));
    },
    reset: () => setPlacement({ state: 'idle' }),
  };
}
