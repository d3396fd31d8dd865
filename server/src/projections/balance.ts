import type { ListingId, PersonId } from '@piazza/shared/values';
import { available, type AccountId } from '../domain/ledger/index.ts';
import { seatOf } from '../domain/market/index.ts';
import type { VenueState } from '../domain/venue/index.ts';

/** Cents that a person's open orders hold, in all markets. */
export function ordersHeldCents(state: VenueState, person: PersonId): number {
  let sum = 0;
  for (const market of state.markets.markets.values()) {
    const seat = market.seats.get(person);
    if (seat !== undefined) sum += seatOf(market, state.ledger, seat).cash.hold.remaining;
  }
  return sum;
}

/** Units of an issue that a person's open orders hold. */
function ordersHeldUnits(state: VenueState, id: AccountId): number {
  const [, listing = '', person = ''] = id.split(':');
  const market = state.markets.markets.get(listing as ListingId);
  const seat = market?.seats.get(person as PersonId);
  return market === undefined || seat === undefined
    ? 0
    : seatOf(market, state.ledger, seat).units.hold.remaining;
}

/**
 * Where a statement says an account stands: what is available, and what open orders hold of it. Orders come and go
 * thousands of times a second and move nothing: only a trade does.
 */
export function statementBalance(state: VenueState, id: AccountId): number {
  const free = available(state.ledger, id);
  if (id.startsWith('units:')) return free + ordersHeldUnits(state, id);
  return id.startsWith('cash:') ? free + ordersHeldCents(state, id.slice('cash:'.length) as PersonId) : free;
}
