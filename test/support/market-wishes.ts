import type { ListingId, PersonId } from '@piazza/shared/values';
import type { Actor } from '../../server/src/domain/core/index.ts';
import {
  levelOfPrice,
  levels,
  priceOfLevel,
  type BlockTarget,
  type Calendar,
  type Market,
  type MarketAct,
  type MarketCommand,
  type MarketModel,
  type PlaceOrder,
  type TimeInForce,
} from '../../server/src/domain/market/index.ts';
import type { VenueCommand, VenueState } from '../../server/src/domain/venue/index.ts';
import { why } from './domain-cast.ts';
import { wall } from './market-twin/index.ts';

/** Draws 0 … below 1. */
export type Chance = () => number;
export interface Crowd {
  readonly investors: readonly PersonId[];
  readonly operators: readonly PersonId[];
}
export type Wish = readonly [Actor, MarketCommand];

export const below = (chance: Chance, bound: number): number => Math.floor(chance() * bound);
export const pick = <T>(chance: Chance, from: readonly T[]): T => from[below(chance, from.length)] as T;

/** One of the choices, each as likely as its weight says. */
export function weighed<T>(chance: Chance, choices: readonly (readonly [weight: number, choice: T])[]): T {
  let left = chance() * choices.reduce((sum, [weight]) => sum + weight, 0);
  for (const [weight, choice] of choices) {
    left -= weight;
    if (left < 0) return choice;
  }
  return choices.at(-1)![1];
}

const session = (start: number, close: number): Calendar['sessions'][number] => ({
  preOpenMinute: start,
  callMinute: start + 5,
  freezeMinute: start + 15,
  endMinute: start + 17,
  closeMinute: close,
  weekdays: [1, 2, 3, 4, 5, 6, 7],
});
const calendars: readonly Calendar[] = [
  { sessions: [session(540, 1_050)], everyDay: true },
  { sessions: [session(500, 700), session(760, 1_400)], everyDay: true },
  { sessions: [session(480, 1_020)], everyDay: false },
  { sessions: [], everyDay: false },
];
const models: readonly (readonly [number, MarketModel])[] = [
  [14, 'continuous'],
  [7, 'auction'],
  [1, 'bulletin'],
];

function priceNear(chance: Chance, market: Market): number {
  const around = market.last?.priceCents ?? market.referenceCents;
  if (chance() < 0.01) return around + below(chance, 30) - 15;
  const width = weighed(chance, [
    [88, 3],
    [11, 5],
    [0.9, 20],
    [0.1, 600],
  ]);
  const level = levelOfPrice(around) + Math.round((chance() - chance()) * width);
  return priceOfLevel(Math.min(Math.max(level, 1), levels));
}

function timeOf(chance: Chance, { phase }: Market): TimeInForce {
  const immediate = phase === 'continuous' ? 1 : 0.1;
  return weighed(chance, [
    [45, 'gtc'],
    [15, 'day'],
    [12, 'gtd'],
    [phase === 'continuous' ? 1 : 12, 'auction'],
    [12 * immediate, 'ioc'],
    [9 * immediate, 'fok'],
  ] as const);
}

function lastDayOf(chance: Chance, time: TimeInForce, at: number): number {
  if (time !== 'gtd') return chance() < 0.005 ? 1 : 0;
  return wall(at).day + (chance() < 0.04 ? below(chance, 200) - 100 : below(chance, 4));
}

function placeOf(chance: Chance, listing: ListingId, market: Market | undefined, at: number): PlaceOrder {
  const at10 = market ?? ({ phase: 'closed', last: null, referenceCents: 1_000 } as Market);
  const timeInForce = timeOf(chance, at10);
  const quantity = chance() < 0.02 ? 1 + below(chance, 30_000) : 1 + below(chance, chance() < 0.2 ? 200 : 40);
  const minimum = chance() < (at10.phase === 'continuous' ? 0.06 : 0.005);
  return {
    kind: 'orders.place',
    listing,
    side: chance() < 0.5 ? 'buy' : 'sell',
    type: at10.phase === 'continuous' && chance() < 0.08 ? 'market' : 'limit',
    priceCents: priceNear(chance, at10),
    quantity,
    timeInForce,
    lastDay: lastDayOf(chance, timeInForce, at),
    minimumQuantity: minimum ? 1 + below(chance, quantity + (chance() < 0.1 ? 5 : 0)) : 0,
    selfMatch: pick(chance, ['cancel_newest', 'cancel_oldest', 'cancel_both'] as const),
  };
}

/** An order of the person that rests somewhere, now and then of somebody else, now and then of nobody. */
function someOrder(chance: Chance, market: Market | undefined, person: PersonId): number {
  const whose = chance() < 0.05 ? pick(chance, market?.owners ?? [person]) : person;
  const seat = market?.seats.get(whose);
  if (market === undefined || seat === undefined) return below(chance, 100);
  const { book } = market;
  let slot = book.firstOf(seat);
  for (let steps = below(chance, 6); steps > 0 && slot !== -1; steps -= 1) {
    const next = book.followingOf(slot);
    if (next === -1) break;
    slot = next;
  }
  return slot === -1 ? below(chance, 100) : book.idAt(slot);
}

function amendOf(chance: Chance, market: Market | undefined, person: PersonId): MarketCommand {
  const order = someOrder(chance, market, person);
  const slot = market?.book.find(order) ?? -1;
  const quantity = market === undefined || slot === -1 ? 10 : market.book.quantityAt(slot);
  const smaller = 1 + below(chance, quantity);
  return {
    kind: 'orders.amend',
    order,
    priceCents: chance() < 0.5 || market === undefined ? 0 : priceNear(chance, market),
    quantity: weighed(chance, [
      [3, 0],
      [4, smaller],
      [2, quantity + 1 + below(chance, 40)],
    ]),
  };
}

function targetOf(chance: Chance, { markets }: VenueState, crowd: Crowd): BlockTarget {
  const listings = [...markets.markets.keys()];
  const scope = weighed(chance, [
    [6, 'account'],
    [listings.length === 0 ? 0 : 3, 'listing'],
    [1, 'venue'],
  ] as const);
  if (scope === 'account') return { scope, person: pick(chance, crowd.investors) };
  return scope === 'listing' ? { scope, listing: pick(chance, listings) } : { scope };
}

const stuck: ReadonlySet<string> = new Set(['halted']);

function actOf(chance: Chance, markets: readonly Market[]): MarketCommand {
  const waiting = markets.filter(({ phase }) => stuck.has(phase));
  const market = waiting.length > 0 && chance() < 0.9 ? pick(chance, waiting) : pick(chance, markets);
  const act: MarketAct = stuck.has(market.phase)
    ? pick(chance, ['resume', 'resume', 'resume', 'close'] as const)
    : weighed(chance, [
        [6, 'start'],
        [3, 'extend'],
        [2, 'halt'],
        [1, 'close'],
        [1, 'resume'],
      ] as const);
  return { kind: 'markets.act', listing: market.listing, act, reason: why };
}

function deskOf(
  chance: Chance,
  state: VenueState,
  crowd: Crowd,
  listings: readonly ListingId[],
): MarketCommand {
  const { markets, house, blockedAccounts } = state.markets;
  const open = [...markets.values()];
  const closed = listings.filter(
    (listing) => !markets.has(listing) && state.listings.listings.get(listing)?.status === 'funded',
  );
  const kind = weighed(chance, [
    [closed.length > 0 ? 20 : 0, 'markets.open'],
    [1, 'markets.configure'],
    [open.length > 0 ? 12 : 0, 'markets.act'],
    [3, 'desk.blockTrading'],
    [1, 'desk.cancelOrders'],
  ] as const);
  if (kind === 'markets.act') return actOf(chance, open);
  if (kind === 'desk.cancelOrders') return { kind, target: targetOf(chance, state, crowd), reason: why };
  if (kind === 'desk.blockTrading') {
    // What is stopped goes on soon: a venue at rest shows nothing.
    const [account] = blockedAccounts.keys();
    const cancelOrders = chance() < 0.3;
    const [listing] = open.filter(({ blocked }) => blocked).map((one) => one.listing);
    const off: BlockTarget[] = house.blocked ? [{ scope: 'venue' }] : [];
    if (account !== undefined) off.push({ scope: 'account', person: account });
    if (listing !== undefined) off.push({ scope: 'listing', listing });
    if (off.length > 0 && chance() < 0.8)
      return { kind, target: pick(chance, off), blocked: false, cancelOrders, reason: why };
    return { kind, target: targetOf(chance, state, crowd), blocked: true, cancelOrders, reason: why };
  }
  const listing = pick(chance, kind === 'markets.open' ? closed : listings);
  return { kind, listing, model: weighed(chance, models), calendar: pick(chance, calendars), reason: why };
}

const takesOrders = ({ phase, model }: Market): boolean =>
  model !== 'bulletin' && phase !== 'closed' && phase !== 'halted';

/** How long until the next wish, in milliseconds: moments while a market is open, else often up to the next session. */
export function pauseOf(chance: Chance, { markets }: VenueState, at: number): number {
  const all = [...markets.markets.values()];
  if (!all.some(takesOrders) && chance() < 0.5) {
    const next = Math.min(...all.flatMap(({ until }) => (until === null ? [] : [until])));
    if (next > at && next < Infinity) return next - at;
  }
  const most = weighed(chance, [
    [300, 1],
    [300, 5_000],
    [250, 60_000],
    [130, 300_000],
    [18, 1_200_000],
    [1, 40_000_000],
  ]);
  return below(chance, most);
}

/** Takes the role of investor from somebody, or gives it back. */
export function roleWish(
  chance: Chance,
  { people }: VenueState,
  { investors }: Crowd,
): readonly ['venue', VenueCommand] {
  const holds = (id: PersonId): boolean => people.people.get(id)?.roles.includes('investor') ?? false;
  const without = investors.filter((id) => !holds(id));
  const person = pick(chance, without.length > 0 && chance() < 0.8 ? without : investors);
  const granted = !holds(person);
  return ['venue', { kind: 'people.setRole', person, role: 'investor', granted, reason: why }];
}

/** What somebody might wish of the market, given how it stands. @param listings those that are, or may be, traded */
export function marketWish(
  chance: Chance,
  state: VenueState,
  crowd: Crowd,
  listings: readonly ListingId[],
  at: number,
): Wish {
  const { markets } = state.markets;
  const person = pick(chance, crowd.investors);
  const open = [...markets.keys()];
  const listing = pick(chance, open.length > 0 && chance() < 0.98 ? open : listings);
  const market = markets.get(listing);
  const stopped = market === undefined || market.phase === 'halted' || state.markets.house.blocked;
  const desk = stopped || market.blocked ? 30 : market.phase === 'closed' ? 5 : 0.5;
  const kind = weighed(chance, [
    [60, 'place'],
    [14, 'cancel'],
    [12, 'amend'],
    [(market?.book.size ?? 0) > 120 ? 5 : 0.5, 'cancelAll'],
    [0.5, 'deadMan'],
    [desk, 'desk'],
  ] as const);
  switch (kind) {
    case 'place':
      return [person, placeOf(chance, listing, market, at)];
    case 'cancel':
      return [person, { kind: 'orders.cancel', order: someOrder(chance, market, person) }];
    case 'amend':
      return [person, amendOf(chance, market, person)];
    case 'cancelAll':
      return [person, { kind: 'orders.cancelAll', listing: chance() < 0.5 ? null : listing }];
    case 'deadMan':
      return [
        person,
        { kind: 'orders.cancelAllAfter', afterMs: chance() < 0.3 ? 0 : 1_000 + below(chance, 600_000) },
      ];
    case 'desk':
      return [pick(chance, crowd.operators), deskOf(chance, state, crowd, listings)];
  }
}
