import type { OfferId } from '@piazza/shared/values';
import type { VenueState } from '../../domain/venue/index.ts';
import type { Terms } from '../filling.ts';

/** An offer as the crowd looks at it. */
export interface OpenOffer {
  readonly id: OfferId;
  readonly terms: Terms;
  /** Committed as a share of the hard cap. */
  readonly level: number;
  /** Whether the story planted it; others may be a newcomer's own. */
  readonly fictional: boolean;
}

/** The offers that take commitments now. */
export const openOffers = (state: VenueState): OpenOffer[] =>
  [...state.offers.offers.values()]
    .filter(({ status }) => status === 'open')
    .map(({ id, terms, committedCents, organisation }) => ({
      id,
      terms,
      level: committedCents / terms.hardCap,
      fictional: state.organisations.organisations.get(organisation)?.fictional ?? false,
    }));

/** From here on hardly anybody joins. */
const crowded = 1.3;

/** How much an offer draws the crowd. A newcomer's own comes alive too, a little more slowly than the story's. */
export function appeal({ level, fictional }: OpenOffer): number {
  const byLevel = level < 1 ? 1 : level < crowded ? 0.3 : 0.02;
  return byLevel * (fictional ? 1 : 0.6);
}

/** Tickets shrink as an offer fills, so that days go by before it is full. */
export const ticketScale = ({ level }: OpenOffer): number => Math.max(0.15, 0.6 - 0.45 * level);

/** How many times slower the crowd moves: where every offer is crowded, or none is open. */
export function lull(offers: readonly OpenOffer[]): number {
  if (offers.every(({ level }) => level >= crowded)) return 6;
  return offers.every(({ level }) => level >= 1) ? 2 : 1;
}
