import { millis } from '@piazza/shared/values';
import { closedPeriodsOf } from '../domain/duties/index.ts';
import { isInsider } from '../domain/insiders/index.ts';
import type { VenueState } from '../domain/venue/index.ts';
import type { Insiders } from './ground.ts';

/** What the state of the venue tells of insiders and of closed periods: before each report (MAR art. 18, 19(11)). */
export const insidersIn = (look: <T>(query: (state: VenueState) => T) => T): Insiders => ({
  isInsider: (listing, person, at) =>
    look((state) => {
      const organisation = state.listings.listings.get(listing)?.organisation;
      if (organisation === undefined) return false;
      return isInsider(state, { listing, organisation }, person, millis(at));
    }),
  isClosed: (listing, at) =>
    look((state) =>
      closedPeriodsOf(state.duties, listing).some(
        ({ from, until }) => at >= from && (until === null || at < until),
      ),
    ),
});
