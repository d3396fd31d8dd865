import type { ListingId, PersonId } from '@piazza/shared/values';
import type { Context } from '../../core/index.ts';
import type { MarketMoved } from '../events.ts';
import { cancelRow } from '../moves.ts';
import { reasonCode, SELL } from '../order-kinds.ts';
import { marketOf, type Market, type MarketsState } from '../state.ts';

const byDispute = reasonCode('dispute');

/** Slots of what a person offers in a market, the newest first: ids come in the order of the journal. */
function offered({ book, seats }: Market, person: PersonId): number[] {
  const seat = seats.get(person);
  const found: number[] = [];
  for (let slot = seat === undefined ? -1 : book.firstOf(seat); slot !== -1; slot = book.followingOf(slot))
    if (book.sideAt(slot) === SELL) found.push(slot);
  return found.toSorted((one, other) => book.idAt(other) - book.idAt(one));
}

/** Units that a person offers in open sell orders of the listing. */
export function unitsOffered(state: MarketsState, listing: ListingId, person: PersonId): number {
  const market = marketOf(state, listing);
  if (market === undefined) return 0;
  return offered(market, person).reduce((sum, slot) => sum + market.book.remainingAt(slot), 0);
}

/**
 * Takes sell orders of a person out of the book, the newest first and each whole, until so many units more are free. As
 * what supervision orders, it holds in a freeze too.
 */
export function withholdSells(
  state: MarketsState,
  {
    listing,
    person,
    units,
  }: { readonly listing: ListingId; readonly person: PersonId; readonly units: number },
  { at }: Pick<Context, 'at'>,
): MarketMoved[] {
  const market = marketOf(state, listing);
  if (market === undefined || units <= 0) return [];
  const moves: number[] = [];
  let freed = 0;
  for (const slot of offered(market, person)) {
    if (freed >= units) break;
    moves.push(...cancelRow(market.book, slot, byDispute));
    freed += market.book.remainingAt(slot);
  }
  return moves.length === 0 ? [] : [{ kind: 'market.moved', listing, at, joined: null, moves }];
}
