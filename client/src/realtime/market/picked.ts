import type { PriceCents } from '@piazza/shared/values';

/** A price chosen in the book. Each choice is a new object, so that the same price can be chosen twice. */
export interface PickedPrice {
  readonly price: PriceCents;
  /** The side of the book it was chosen on: who picks a bid may want to sell to it. */
  readonly side: 'bid' | 'ask';
}
