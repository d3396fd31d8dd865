import type { OfferProgress, OfferView } from '@piazza/shared/contract';
import type { OfferId } from '@piazza/shared/values';
import { useEffect } from 'react';
import { ask, onConnected, onPush } from './socket.ts';
import { createStore, useStore, type Store } from './store.ts';

interface Followed {
  readonly store: Store<OfferProgress | null>;
  watchers: number;
}
const followed = new Map<OfferId, Followed>();

function entry(offerId: OfferId): Followed {
  let found = followed.get(offerId);
  if (found === undefined) {
    found = { store: createStore<OfferProgress | null>(null), watchers: 0 };
    followed.set(offerId, found);
  }
  return found;
}

async function follow(offerId: OfferId): Promise<void> {
  const progress = await ask('subscribeOffer', { offerId }).catch(() => null);
  if (progress !== null) followed.get(offerId)?.store.set(progress);
}

/** Wires the store to the socket; after a lost connection every offer on screen is followed again. */
export function startProgress(): void {
  onPush('offerProgress', (progress) => followed.get(progress.offerId)?.store.set(progress));
  onConnected((again) => {
    if (!again) return;
    for (const [offerId, { watchers }] of followed) if (watchers > 0) void follow(offerId);
  });
}

// Moving from a list to a page must not leave and enter the same room.
const lingerMs = 3_000;

function leaveSoon(offerId: OfferId): void {
  setTimeout(() => {
    if (followed.get(offerId)?.watchers !== 0) return;
    followed.delete(offerId);
    void ask('unsubscribeOffer', { offerId }).catch(() => undefined);
  }, lingerMs);
}

/** The live progress of an offer that was read; several components may follow one offer. */
export function useOfferProgress(offer: Pick<OfferView, 'id' | 'progress'>): OfferProgress {
  const { store } = entry(offer.id);
  useEffect(() => {
    const mine = entry(offer.id);
    mine.watchers += 1;
    if (mine.watchers === 1 && mine.store.get() === null) void follow(offer.id);
    return () => {
      mine.watchers -= 1;
      leaveSoon(offer.id);
    };
  }, [offer.id]);
  return useStore(store) ?? offer.progress;
}
