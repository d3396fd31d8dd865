import { orderIdOf, type ListingId, type PersonId, type PriceCents, type Units } from '@piazza/shared/values';
import { Refused } from '../../api/handler.ts';
import { account, available } from '../../domain/ledger/index.ts';
import { levelAtOrBelow, levels, ownerOf, priceOfLevel, type Market } from '../../domain/market/index.ts';
import type { Chance } from '../chance.ts';
import type { DemoVenue } from '../company.ts';
import { fillPurse } from '../purse.ts';

/** Cents of an order people usually write. */
const usualCents = 14_000;
/** Own orders somebody of the crowd leaves in a book before they take the oldest out. */
const mostOpen = 3;
/** Ticks from the fair price within which people ask and bid. */
const reach = 4;

export interface Quote {
  readonly side: 'buy' | 'sell';
  readonly price: PriceCents;
  readonly quantity: number;
}

/** What somebody thinks of the price: more often than not they wait on their side of it, now and then they take. */
export function draftQuote(fairCents: number, units: number, chance: Chance): Quote | undefined {
  const side = units > 0 && chance.yes(0.5) ? 'sell' : 'buy';
  const fair = levelAtOrBelow(Math.round(fairCents));
  const away = chance.yes(0.34) ? -1 - Math.floor(chance.draw() * 2) : Math.floor(chance.draw() * reach);
  const level = Math.min(Math.max(side === 'buy' ? fair - away : fair + away, 1), levels);
  const price = priceOfLevel(level);
  const wanted = Math.max(1, Math.round(chance.around(usualCents, 0.7) / price));
  const quantity = side === 'sell' ? Math.min(wanted, units) : wanted;
  return quantity < 1 ? undefined : { side, price, quantity };
}

const unitsOf = ({ exchange }: DemoVenue, listing: ListingId, person: PersonId): number =>
  exchange.peek((state) => available(state.ledger, account.units(listing, person)));

/** The person's oldest orders in the book above the few they keep. */
const stale = (market: Market, person: PersonId): number[] =>
  [...market.book.orders()]
    .filter(({ id }) => ownerOf(market, market.book.find(id)) === person)
    .map(({ id }) => id)
    .toSorted((a, b) => a - b)
    .slice(0, -mostOpen + 1 || undefined);

/** Whether the market takes orders of that phase now. */
const takes = (market: Market | undefined): market is Market =>
  market !== undefined && ['pre_open', 'call', 'continuous'].includes(market.phase);

/**
 * Somebody of the crowd places an order around a price; where they have too many in the book, the oldest leave first.
 * A refusal is an answer like any other. False when nothing was placed.
 */
export async function quote(
  venue: DemoVenue,
  person: PersonId,
  listing: ListingId,
  fairCents: number,
  chance: Chance,
): Promise<boolean> {
  const { exchange, voices } = venue;
  const old = exchange.peek((state) => {
    const market = state.markets.markets.get(listing);
    return takes(market) ? stale(market, person) : undefined;
  });
  const draft = draftQuote(fairCents, unitsOf(venue, listing, person), chance);
  if (old === undefined || draft === undefined) return false;
  const say = voices(person);
  try {
    const { side, price, quantity } = draft;
    if (side === 'buy') await fillPurse(venue, person, price * quantity);
    for (const order of old) await say('orders.cancel', { params: { orderId: orderIdOf(order) } });
    await say('orders.place', {
      params: { listingId: listing },
      body: { side, type: 'limit', price, quantity: quantity as Units, timeInForce: 'gtc' },
    });
    return true;
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
}
