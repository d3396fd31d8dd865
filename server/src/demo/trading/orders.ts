import { orderIdOf, type ListingId, type PersonId, type PriceCents, type Units } from '@piazza/shared/values';
import { account, available } from '../../domain/ledger/index.ts';
import {
  BUY,
  levelAtOrBelow,
  levels,
  ownerOf,
  priceOfLevel,
  SELL,
  type Market,
  type RestingOrder,
} from '../../domain/market/index.ts';
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
function draftQuote(fairCents: number, units: number, chance: Chance): Quote | undefined {
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

/** The person's orders that make way for a new one: the oldest above the few they keep, and those it would meet. */
function inTheWay(market: Market, person: PersonId, { side, price }: Quote): number[] {
  const own = [...market.book.orders()]
    .filter(({ id }) => ownerOf(market, market.book.find(id)) === person)
    .toSorted((a, b) => a.id - b.id);
  const stale = own.slice(0, Math.max(0, own.length - mostOpen + 1));
  const meets = (order: RestingOrder): boolean =>
    side === 'buy'
      ? order.side === SELL && priceOfLevel(order.level) <= price
      : order.side === BUY && priceOfLevel(order.level) >= price;
  return [...new Set([...stale, ...own.filter(meets)])].map(({ id }) => id);
}

/** Whether the market takes orders, and goes on doing so for the moment. */
const takes = (market: Market | undefined, now: number): market is Market =>
  market !== undefined &&
  ['pre_open', 'call', 'continuous'].includes(market.phase) &&
  (market.until ?? Infinity) > now;

/**
 * Somebody of the crowd places an order around a price; where they have too many in the book, the oldest leave first.
 * False when nothing was placed, because the market takes no orders. @throws Refused as any order may be.
 */
export async function quote(
  venue: DemoVenue,
  person: PersonId,
  listing: ListingId,
  fairCents: number,
  chance: Chance,
): Promise<boolean> {
  const { exchange, voices } = venue;
  const draft = draftQuote(fairCents, unitsOf(venue, listing, person), chance);
  if (draft === undefined) return false;
  const old = exchange.peek((state) => {
    const market = state.markets.markets.get(listing);
    return takes(market, exchange.now()) ? inTheWay(market, person, draft) : undefined;
  });
  if (old === undefined) return false;
  const say = voices(person);
  const { side, price, quantity } = draft;
  if (side === 'buy') await fillPurse(venue, person, price * quantity);
  for (const order of old) await say('orders.cancel', { params: { orderId: orderIdOf(order) } });
  await say('orders.place', {
    params: { listingId: listing },
    body: { side, type: 'limit', price, quantity: quantity as Units, timeInForce: 'gtc' },
  });
  return true;
}
