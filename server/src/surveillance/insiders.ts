import { policy } from '@piazza/shared/policy';
import type { ListingId, PersonId } from '@piazza/shared/values';
import { samePerson } from '../domain/people/index.ts';
import type { VenueState } from '../domain/venue/index.ts';
import type { Insiders } from './ground.ts';

/** Accounts that may know more of an issue than others: those that act for its issuer (MAR art. 18). */
function insidersOf(state: VenueState, listing: ListingId): readonly PersonId[] {
  const organisation = state.listings.listings.get(listing)?.organisation;
  return organisation === undefined
    ? []
    : (state.organisations.organisations.get(organisation)?.representatives ?? []);
}

/** When the first report of an issue is due, in ms; null before it was funded. */
function reportDueAt(state: VenueState, listing: ListingId): number | null {
  const funded = state.listings.listings.get(listing)?.transitions.find(({ to }) => to === 'funded');
  return funded === undefined ? null : funded.at + policy.impactReportDueMs;
}

/** What the state of the venue tells of insiders and of closed periods: before each report (MAR art. 19(11)). */
export const insidersIn = (look: <T>(query: (state: VenueState) => T) => T): Insiders => ({
  isInsider: (listing, person) =>
    look((state) => insidersOf(state, listing).some((insider) => samePerson(state.people, insider, person))),
  isClosed: (listing, at) => {
    const due = look((state) => reportDueAt(state, listing));
    return due !== null && at >= due - policy.surveillance.closedPeriodMs && at < due;
  },
});
