import type { PlacedOrder, PlaceOrder } from '@piazza/shared/contract';
import type { ListingId } from '@piazza/shared/values';
import { useMemo, useRef, useState } from 'react';
import { Refused, uuid } from '../../api/index.ts';
import { isPassing, sendOrder } from '../../realtime/index.ts';
import { intentsOf, type Intent } from './intents.ts';

export type Placement =
  | { readonly state: 'idle' | 'sending' }
  /** Sent and not answered: placed or not. `asking` while it is sent once more. */
  | { readonly state: 'unsure' | 'asking'; readonly order: PlaceOrder }
  | { readonly state: 'refused'; readonly error: Refused }
  | { readonly state: 'placed'; readonly order: PlaceOrder; readonly placed: PlacedOrder };

export interface Placing {
  readonly placement: Placement;
  readonly place: (order: PlaceOrder) => void;
  /** Sends once more what nobody answered. */
  readonly askAgain: () => void;
  /** Takes an outcome off the screen. */
  readonly reset: () => void;
}

const openStill = (intent: Intent | null): Placement =>
  intent === null ? { state: 'idle' } : { state: 'unsure', order: intent.order };

/**
 * Places orders, each at most once: the key is kept before anything is sent, goes with every repetition, and is given up
 * only when the venue has answered. A second press while one is under way does nothing.
 */
export function usePlacing(personId: string, listingId: ListingId, onPlaced: () => void): Placing {
  const intents = useMemo(() => intentsOf(personId, listingId), [personId, listingId]);
  const [placement, setPlacement] = useState<Placement>(() => openStill(intents.read()));
  const busy = useRef(false);
  const attempt = async (intent: Intent, during: Placement) => {
    if (busy.current) return;
    busy.current = true;
    setPlacement(during);
    intents.keep(intent);
    const { key, order } = intent;
    try {
      const placed = await sendOrder('orders.place', key, { params: { listingId }, body: order });
      intents.forget();
      setPlacement({ state: 'placed', order, placed });
      onPlaced();
    } catch (error) {
      if (!(error instanceof Refused) || isPassing(error)) setPlacement({ state: 'unsure', order });
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
    place: (order) => void attempt({ key: uuid(), order }, { state: 'sending' }),
    askAgain: () => {
      const kept = intents.read();
      if (kept === null) setPlacement({ state: 'idle' });
      else void attempt(kept, { state: 'asking', order: kept.order });
    },
    reset: () => setPlacement({ state: 'idle' }),
  };
}
