import type { OfferId } from '@piazza/shared/values';
import type { VenueState } from '../../domain/venue/index.ts';
import type { Terms } from '../filling.ts';

/** An offer as the crowd looks at it. */
export interface OpenOffer {
  readonly id: OfferId;
  readonly terms: Terms;
  /** Committed as a share of the hard cap. */
  readonly level: number;
  /** Share of its time that has passed, 0 … 1. */
  readonly elapsed: number;
  /** Whether the story planted it; others may be a newcomer's own. */
  readonly fictional: boolean;
}

/** The offers that take commitments now. @param now venue time, UTC ms */
export const openOffers = (state: VenueState, now: number): OpenOffer[] =>
  [...state.offers.offers.values()]
    .filter(({ status }) => status === 'open')
    .map(({ id, terms, committedCents, organisation, opensAt, closesAt }) => ({
      id,
      terms,
      level: committedCents / terms.hardCap,
      elapsed: (now - opensAt) / (closesAt - opensAt),
      fictional: state.organisations.organisations.get(organisation)?.fictional ?? false,
    }));

/** From here on hardly anybody joins, and who is in holds on. */
const crowded = 1.3;

/** How far an offer is ahead of the pace at which it would be a little more than full at its closing time. */
const lead = ({ level, elapsed }: OpenOffer): number => level - (0.2 + 0.9 * elapsed);

/** Whether the crowd has run ahead of an offer's time: then some think better of it. */
export const isAhead = (offer: OpenOffer): boolean => lead(offer) > 0 && offer.level < crowded;

/**
 * How likely somebody who looks at the offer joins it, 0 … 1. A newcomer's own comes alive too, a little more slowly than
 * the story's. @param lively whether somebody is watching
 */
export function appeal(offer: OpenOffer, lively: boolean): number {
  if (offer.level >= crowded) return 0.01;
  const byLead = lead(offer) < 0 ? 1 : !lively ? 0.05 : lead(offer) < 0.15 ? 0.6 : 0.2;
  return byLead * (offer.fictional ? 1 : 0.6);
}

/**
 * How likely a turn is spent on revoking: more so where offers have run ahead while somebody looked on, who is to see
 * something happen. Otherwise such offers are simply left to wait for their time.
 */
export function doubt(offers: readonly OpenOffer[], lively: boolean): number {
  if (!lively) return 0.02;
  const ahead = offers.filter(isAhead).length;
  return 0.08 + (0.32 * ahead) / Math.max(1, offers.length);
}

/** Tickets shrink once an offer is ahead of its time, so that days go by before it is full. */
export const ticketScale = (offer: OpenOffer): number => (lead(offer) < 0 ? 0.4 : 0.12);

/** How many times slower the crowd moves: where every offer is crowded, or none is open. */
export const lull = (offers: readonly OpenOffer[]): number =>
  offers.every(({ level }) => level >= crowded) ? 4 : 1;
