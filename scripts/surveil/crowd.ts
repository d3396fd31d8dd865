import type { PersonId } from '@piazza/shared/values';
import {
  BUY,
  levelAtOrBelow,
  levels,
  priceOfLevel,
  SELL,
  type Market,
  type PlaceOrder,
  type Side,
} from '../../server/src/domain/market/index.ts';
import { below, weighed, type Chance } from '../../test/support/market-wishes.ts';
import { dayOfTrading, type Stage } from './stage.ts';

const minute = 60_000;
const hour = 60 * minute;

/** What people of a clean market are like. They know nothing of each other. */
export interface Manners {
  /** Orders a day of all together. */
  readonly orders: number;
  /** Usual value of an order in cents, and how wide it spreads. */
  readonly usualCents: number;
  /** How far the fair price goes in a day, as a share. */
  readonly daily: number;
  /** Ticks around the fair price within which people ask and bid. */
  readonly reach: number;
  /** How much more the busiest trade than the others: 0 for all alike. */
  readonly uneven: number;
  /** Share of turns that cancel or change something. */
  readonly doubt: number;
  /** Whether somebody keeps a quote on both sides. */
  readonly maker: boolean;
}

export const manners = {
  /** Many owners, some far busier than others, one who makes the market. */
  many: { orders: 420, usualCents: 60_000, daily: 0.012, reach: 4, uneven: 0.9, doubt: 0.25, maker: true },
  /** As the investors of the demonstration: few, small orders, seldom a cancellation. */
  few: { orders: 70, usualCents: 14_000, daily: 0.01, reach: 4, uneven: 0, doubt: 0.12, maker: false },
} as const satisfies Record<string, Manners>;

/** A bell around 0 with about this width. */
const bell = (chance: Chance, width: number): number => (chance() + chance() + chance() - 1.5) * 1.15 * width;

/** One day in the life of a clean market: who does what when. */
export class Crowd {
  readonly #stage: Stage;
  readonly #manners: Manners;
  readonly #chance: Chance;
  /** What people think a unit is worth, in cents. */
  fair: number;
  readonly #weights: readonly number[];

  constructor(stage: Stage, kind: Manners, chance: Chance) {
    this.#stage = stage;
    this.#manners = kind;
    this.#chance = chance;
    this.fair = stage.issueCents;
    this.#weights = stage.investors.map((_, rank) => 1 / (rank + 3) ** kind.uneven);
  }

  /** Moments of a day at which somebody does something; trading lives from its opening and its close. */
  moments(day: number): number[] {
    const { lane, listing } = this.#stage;
    const midnight = dayOfTrading(day);
    const isAuction = lane.market(listing).model === 'auction';
    const [from, to] = isAuction ? [9.05, 9.96] : [9.5, 17.49];
    return Array.from({ length: this.#manners.orders }, () => {
      const late = this.#chance() < 0.12 ? 1 - this.#chance() ** 2 * 0.06 : this.#chance();
      return Math.floor(midnight + (from + (to - from) * late) * hour);
    }).toSorted((a, b) => a - b);
  }

  drift(): void {
    const { orders, daily } = this.#manners;
    const { issueCents } = this.#stage;
    const pull = (issueCents - this.fair) * 0.0008;
    this.fair = Math.max(
      issueCents * 0.7,
      this.fair * (1 + bell(this.#chance, daily / Math.sqrt(orders))) + pull,
    );
  }

  /** Somebody wakes and does what they do. */
  act(): void {
    this.drift();
    const { lane, listing, investors } = this.#stage;
    const market = lane.market(listing);
    const takes = market.phase === 'pre_open' || market.phase === 'call' || market.phase === 'continuous';
    if (!takes) return;
    if (this.#manners.maker && this.#chance() < 0.12) return this.#quote(market, investors[0] as PersonId);
    const who = this.#somebody();
    const own = this.#own(market, who);
    if (own.length > 0 && this.#chance() < this.#manners.doubt) return this.#rethink(market, who, own);
    if (own.length >= 4) lane.give(who, { kind: 'orders.cancel', order: own[0] as number });
    this.#order(market, who);
  }

  #somebody(): PersonId {
    const { investors } = this.#stage;
    const first = this.#manners.maker ? 1 : 0;
    return weighed(
      this.#chance,
      investors.slice(first).map((who, at) => [this.#weights[at + first] as number, who] as const),
    );
  }

  #own(market: Market, who: PersonId): number[] {
    const seat = market.seats.get(who);
    const found: number[] = [];
    const { book } = market;
    for (let slot = seat === undefined ? -1 : book.firstOf(seat); slot !== -1; slot = book.followingOf(slot))
      found.push(book.idAt(slot));
    return found;
  }

  #level(cents: number): number {
    return Math.min(Math.max(levelAtOrBelow(Math.round(cents)), 1), levels);
  }

  #order(market: Market, who: PersonId): void {
    const { usualCents, reach } = this.#manners;
    const side: Side = this.#chance() < 0.5 ? 'buy' : 'sell';
    const opinion = this.fair * (1 + bell(this.#chance, 0.012));
    const eager = this.#chance() < 0.34;
    const away = eager ? -1 - below(this.#chance, 2) : below(this.#chance, reach);
    const level = this.#level(opinion) + (side === 'buy' ? -away : away);
    const price = priceOfLevel(Math.min(Math.max(level, 1), levels));
    const size = usualCents * Math.exp(bell(this.#chance, 0.9));
    const quantity = Math.max(1, Math.round(size / price));
    this.place(who, { side, priceCents: price, quantity, timeInForce: this.#chance() < 0.7 ? 'day' : 'gtc' });
    void market;
  }

  /** A cancellation, or another price or quantity. */
  #rethink(market: Market, who: PersonId, own: readonly number[]): void {
    const { lane } = this.#stage;
    const order = own[below(this.#chance, own.length)] as number;
    const slot = market.book.find(order);
    if (this.#chance() < 0.6 || slot === -1) {
      lane.give(who, { kind: 'orders.cancel', order });
      return;
    }
    const step = this.#chance() < 0.5 ? 1 : -1;
    const level = Math.min(Math.max(market.book.levelAt(slot) + step, 1), levels);
    lane.give(who, { kind: 'orders.amend', order, priceCents: priceOfLevel(level), quantity: 0 });
  }

  /** The market maker takes the old quote out and shows both sides anew. */
  #quote(market: Market, who: PersonId): void {
    const { lane } = this.#stage;
    for (const order of this.#own(market, who)) lane.give(who, { kind: 'orders.cancel', order });
    const middle = this.#level(this.fair);
    const quantity = Math.max(1, Math.round((this.#manners.usualCents * (1.5 + this.#chance())) / this.fair));
    const time = { quantity, timeInForce: 'day' } as const;
    this.place(who, { side: 'buy', priceCents: priceOfLevel(Math.max(1, middle - 1)), ...time });
    this.place(who, { side: 'sell', priceCents: priceOfLevel(Math.min(levels, middle + 2)), ...time });
  }

  place(
    who: PersonId,
    wish: Pick<PlaceOrder, 'side' | 'priceCents' | 'quantity'> & Partial<PlaceOrder>,
  ): number | null {
    return placeAs(this.#stage, who, wish);
  }
}

/** Places an order; its number, or null where it was refused. */
export function placeAs(
  { lane, listing }: Stage,
  who: PersonId,
  wish: Pick<PlaceOrder, 'side' | 'priceCents' | 'quantity'> & Partial<PlaceOrder>,
): number | null {
  const order: PlaceOrder = {
    kind: 'orders.place',
    listing,
    type: 'limit',
    timeInForce: 'day',
    lastDay: 0,
    minimumQuantity: 0,
    selfMatch: 'cancel_newest',
    ...wish,
  };
  const answer = lane.give(who, order);
  return answer.refused === null ? answer.order : null;
}

/** Best prices of both sides in cents; 0 where a side is empty. */
export function best(market: Market): { readonly bid: number; readonly ask: number } {
  const [bid, ask] = [market.book.best(BUY), market.book.best(SELL)];
  return { bid: bid === 0 ? 0 : priceOfLevel(bid), ask: ask === 0 ? 0 : priceOfLevel(ask) };
}
