import type { ListingId, PersonId } from '@piazza/shared/values';
import { account } from '../../server/src/domain/ledger/index.ts';
import type { ListingFacts } from '../../server/src/domain/listings/index.ts';
import {
  priceOfLevel,
  type ActOnMarket,
  type Calendar,
  type Market,
  type MarketAct,
  type OpenMarket,
  type Phase,
  type PlaceOrder,
} from '../../server/src/domain/market/index.ts';
import type { SessionPlan } from '../../server/src/domain/market/calendar/index.ts';
import type { VenueEvent } from '../../server/src/domain/venue/index.ts';
import { cast, content, lst, orgOf, why } from './domain-cast.ts';
import { beginning, hour, minute, type DomainVenue } from './domain-venue.ts';
import { linesOf } from './market-twin/effects.ts';
import { does, funded, happened, inTurn, until, type Step } from './given.ts';

/** Sessions from 9:00 to 17:30 in Rome: call from 9:30, freeze at 9:58, the call ends from 10:00 on. */
export const plan: SessionPlan = {
  preOpenMinute: 540,
  callMinute: 570,
  freezeMinute: 598,
  endMinute: 600,
  closeMinute: 1_050,
  weekdays: [1, 2, 3, 4, 5],
};
export const daily: Calendar = { sessions: [plan], everyDay: false };

/** Tuesday 3 March 2026 at so many hours and minutes in Rome: the day after the stories begin. */
export const tuesday = (hours: number, minutes = 0): number =>
  Date.UTC(2026, 2, 3) + (hours - 1) * hour + minutes * minute;

export interface Issue {
  readonly listing?: ListingId;
  readonly facts?: Partial<ListingFacts>;
  /** Units delivered to each, at the issue price. */
  readonly holders?: readonly (readonly [PersonId, number])[];
}
const everyHolder: readonly (readonly [PersonId, number])[] = [
  [cast.ines, 1_000],
  [cast.ivo, 1_000],
  [cast.caio, 1_000],
];

/** An issue that was funded and delivered, as events: €10 a unit, free to be transferred. */
export function issueEvents({
  listing = lst(1),
  facts = {},
  holders = everyHolder,
}: Issue = {}): VenueEvent[] {
  const at = beginning;
  const { facts: all, ...rest } = content({ transferability: 'free', ...facts });
  const [by, organisation] = [cast.enzo, orgOf.enzo];
  const events: VenueEvent[] = [
    { kind: 'listings.created', listing, organisation, content: { ...rest, facts: all }, by, at },
    { kind: 'listings.transitioned', listing, to: 'funded', by: 'venue', reason: null, offer: null, at },
  ];
  for (const [holder, units] of holders) {
    const [from, to] = [account.outside(listing), account.units(listing, holder)];
    events.push(
      { kind: 'ledger.posted', from, to, asset: listing, amount: units, reason: 'delivery', subject: {} },
      { kind: 'register.issued', listing, holder, units, costCents: units * (all.price ?? 0), at },
    );
  }
  return events;
}

export const issued = (issue: Issue = {}): Step => happened(...issueEvents(issue));

export const openMarket = (changes: Partial<OpenMarket> = {}): OpenMarket => ({
  kind: 'markets.open',
  listing: lst(1),
  model: 'continuous',
  calendar: daily,
  reason: why,
  ...changes,
});

/** A market of lst_1 for which everybody has €10,000, and Ines, Ivo and Caio a thousand units each. */
export const admitted = (changes: Partial<OpenMarket> = {}, issue: Issue = {}): Step =>
  inTurn(funded(1_000_000), issued(issue), does(cast.olga, openMarket(changes)));

const times: Partial<Record<Phase, number>> = {
  closed: beginning,
  pre_open: tuesday(9),
  call: tuesday(9, 30),
  freeze: tuesday(9, 58),
  continuous: tuesday(10),
};

/** The same on Tuesday in a phase of its session. Chance draws nothing on top. */
export function marketIn(phase: Phase, changes: Partial<OpenMarket> = {}, issue: Issue = {}): Step {
  if (phase === 'halted') return inTurn(marketIn('call', changes, issue), does(cast.olga, act('halt')));
  return inTurn(admitted(changes, issue), until(times[phase]!));
}

export const act = (which: MarketAct, listing: ListingId = lst(1)): ActOnMarket => ({
  kind: 'markets.act',
  listing,
  act: which,
  reason: why,
});

type Wishes = Partial<PlaceOrder>;
const order = (side: PlaceOrder['side'], quantity: number, priceCents: number, more: Wishes): PlaceOrder => ({
  kind: 'orders.place',
  listing: lst(1),
  side,
  type: 'limit',
  priceCents,
  quantity,
  timeInForce: 'gtc',
  lastDay: 0,
  minimumQuantity: 0,
  selfMatch: 'cancel_newest',
  ...more,
});
export const buy = (quantity: number, priceCents: number, more: Wishes = {}): PlaceOrder =>
  order('buy', quantity, priceCents, more);
export const sell = (quantity: number, priceCents: number, more: Wishes = {}): PlaceOrder =>
  order('sell', quantity, priceCents, more);

export function marketOf(venue: DomainVenue, listing: ListingId = lst(1)): Market {
  const found = venue.state.markets.markets.get(listing);
  if (found === undefined) throw new Error(`${listing} has no market`);
  return found;
}

/** What somebody has of a listing and in euro, free and held. */
export interface Standing {
  readonly units: number;
  readonly heldUnits: number;
  readonly cents: number;
  readonly heldCents: number;
}
export function standingOf(venue: DomainVenue, person: PersonId, listing: ListingId = lst(1)): Standing {
  const none = { available: 0, held: 0 };
  const { accounts } = venue.state.ledger;
  const papers = accounts.get(account.units(listing, person)) ?? none;
  const cash = accounts.get(account.cash(person)) ?? none;
  return {
    units: papers.available,
    heldUnits: papers.held,
    cents: cash.available,
    heldCents: cash.held,
  };
}

/** Numbers of somebody's orders at rest, oldest first. */
export function ordersOf(venue: DomainVenue, person: PersonId, listing: ListingId = lst(1)): number[] {
  const { book, seats } = marketOf(venue, listing);
  const found: number[] = [];
  const seat = seats.get(person);
  for (let slot = seat === undefined ? -1 : book.firstOf(seat); slot !== -1; slot = book.followingOf(slot))
    found.push(book.idAt(slot));
  return found;
}

/** The book as a table: who, how many, at what price; bids from the best, then asks from the best. */
export function bookOf(venue: DomainVenue, listing: ListingId = lst(1)): string[] {
  const { book, owners } = marketOf(venue, listing);
  return [...book.orders()].map(({ owner, side, level, remaining }) => {
    const who = (owners[owner] ?? '').replace('per_', '');
    return `${who} ${side === 0 ? 'buys' : 'sells'} ${remaining} at ${priceOfLevel(level)}`;
  });
}

/** Everything that was written in a market's rows, in words, since the journal had so many events. */
export function told(venue: DomainVenue, from = 0, listing: ListingId = lst(1)): string[] {
  return venue.journal.slice(from).flatMap((event) => {
    if (!('listing' in event) || event.listing !== listing) return [];
    if (event.kind === 'market.phased') return [event.phase];
    return event.kind === 'market.moved' ? linesOf(event, marketOf(venue, listing).owners) : [];
  });
}
