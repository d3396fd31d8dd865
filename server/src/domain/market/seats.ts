import type { PersonId } from '@piazza/shared/values';
import { Impossible } from '../core/index.ts';
import { account, EUR, openStanding, standing, type LedgerState, type Standing } from '../ledger/index.ts';
import type { Market } from './state.ts';

/** What an owner settles with: euro, and units of the listing. */
export interface Seat {
  readonly person: PersonId;
  readonly cash: Standing;
  readonly units: Standing;
}

const bids = (listing: string, person: string): string => `bids:${listing}:${person}`;
const asks = (listing: string, person: string): string => `asks:${listing}:${person}`;

/** Gives somebody who never had an order here a seat, with standing holds of nothing. */
export function takeSeat(market: Market, ledger: LedgerState, person: PersonId): void {
  if (market.seats.has(person)) throw new Impossible(`${person} has a seat in ${market.listing}`);
  market.seats.set(person, market.owners.length);
  market.owners.push(person);
  openStanding(ledger, bids(market.listing, person), account.cash(person), EUR);
  openStanding(ledger, asks(market.listing, person), account.units(market.listing, person), market.listing);
}

/** An index over the ledger, made anew after a snapshot was read; the ledger is the truth. */
const known = new WeakMap<Market, Seat[]>();
/** The market asked for last: orders come in runs. */
let recent: { readonly market: Market; readonly seats: Seat[] } | undefined;

/** The seat with this number. @throws Impossible when nobody took it */
export function seatOf(market: Market, ledger: LedgerState, number: number): Seat {
  if (recent?.market !== market) {
    const seats = known.get(market) ?? [];
    known.set(market, seats);
    recent = { market, seats };
  }
  const { seats } = recent;
  const found = seats[number];
  if (found !== undefined) return found;
  for (let next = seats.length; next <= number; next += 1) {
    const person = market.owners[next];
    if (person === undefined) throw new Impossible(`nobody took seat ${next} in ${market.listing}`);
    seats.push({
      person,
      cash: standing(ledger, bids(market.listing, person)),
      units: standing(ledger, asks(market.listing, person)),
    });
  }
  return seats[number] as Seat;
}
