import type { PlaceOrder } from '@piazza/shared/contract';
import type { ListingId } from '@piazza/shared/values';

/** An order that was sent, or is about to be. Its key makes sure that it is placed once, however often it is sent. */
export interface Intent {
  readonly key: string;
  readonly order: PlaceOrder;
}

/** Where an intent is kept while nobody knows its outcome: it outlives a reload of the page. */
export interface IntentStore {
  readonly read: () => Intent | null;
  readonly keep: (intent: Intent) => void;
  readonly forget: () => void;
}

export function intentsOf(personId: string, listingId: ListingId): IntentStore {
  const name = `piazza.order.${personId}.${listingId}`;
  return {
    read: () => JSON.parse(sessionStorage.getItem(name) ?? 'null') as Intent | null,
    keep: (intent) => sessionStorage.setItem(name, JSON.stringify(intent)),
    forget: () => sessionStorage.removeItem(name),
  };
}
