import type { ListingId } from '@piazza/shared/values';
import type { BlockTarget } from '../domain/market/index.ts';
import type { VenueState } from '../domain/venue/index.ts';
import { holdersMoved } from './deal-flow.ts';
import { representativesOf, tell, type Effects } from './effects.ts';

/** A trade changes the register: its keepers read it again. Everybody else follows the market's own feed. */
export function tellTrade(effects: Effects, state: VenueState, listing: ListingId): void {
  holdersMoved(state);
  tell(effects, 'operators', 'holders');
  for (const person of representativesOf(state, listing)) tell(effects, person, 'holders');
}

export const tellMarket = (effects: Effects, listing: ListingId): void =>
  tell(effects, 'public', `market:${listing}`, 'markets');

/** Stops are shown where they hold: in one market, in all of them, or to the person alone. */
export function tellBlock(effects: Effects, state: VenueState, target: BlockTarget): void {
  tell(effects, 'operators', 'blocks');
  if (target.scope === 'account') tell(effects, target.person, 'orders', 'me');
  else if (target.scope === 'listing') tellMarket(effects, target.listing);
  else for (const listing of state.markets.markets.keys()) tellMarket(effects, listing);
}
