import { policy } from '@piazza/shared/policy';
import type { ListingId, PersonId } from '@piazza/shared/values';
import type { Calendar, CancelReason, MarketModel, Phase } from '../../../server/src/domain/market/index.ts';
import { clearByHand, type AuctionOrder, type TwinClearing } from '../auction-twin.ts';
import { effect, wall } from './effects.ts';
import type { TwinMoney } from './money.ts';
import { band, byAge, edgeOf, planOf, queue, type Arrival, type Plan, type TwinOrder } from './orders.ts';

/** An order that is to leave, and why. */
interface Leaver {
  readonly order: TwinOrder;
  readonly reason: CancelReason;
}
export interface Did {
  readonly filled: number;
  readonly resting: number;
  readonly dropped: number;
  readonly interrupted: boolean;
}

/** One market, kept as plainly as can be: everything is searched, sorted and summed again whenever it is asked for. */
export class TwinMarket {
  readonly listing: ListingId;
  model: MarketModel;
  calendar: Calendar;
  phase: Phase = 'closed';
  session: { readonly closesAt: number } | null = null;
  extensions = 0;
  reference: number;
  last: number | null = null;
  trades = 0;
  blocked = false;
  /** Of the next call alone. */
  terms: { readonly reference: number | null; readonly collarBps: number | null } | null = null;
  /** Whose orders interrupted this session and left nothing. */
  interrupters: PersonId[] = [];
  /** In the order in which they came. */
  readonly owners: PersonId[] = [];
  orders: TwinOrder[] = [];
  leaving: Leaver[] = [];
  /** What an auction still has to settle. */
  crossing: { readonly price: number; readonly pairs: [TwinOrder, TwinOrder, number][] } | null = null;
  readonly #money: TwinMoney;
  #turns = 0;

  constructor(
    listing: ListingId,
    model: MarketModel,
    calendar: Calendar,
    issuePrice: number,
    money: TwinMoney,
  ) {
    this.listing = listing;
    this.model = model;
    this.calendar = calendar;
    this.reference = issuePrice;
    this.#money = money;
  }

  get callReference(): number {
    return this.terms?.reference ?? this.reference;
  }
  get callCollarBps(): number {
    return this.terms?.collarBps ?? policy.auctionCollar;
  }
  get frozen(): boolean {
    return this.phase === 'freeze' || this.phase === 'uncross';
  }
  of(person: PersonId): TwinOrder[] {
    return this.orders.filter(({ owner }) => owner === person).toSorted(byAge);
  }
  find(id: number): TwinOrder | undefined {
    return this.orders.find((one) => one.id === id);
  }

  plan(arrival: Arrival): Plan {
    return planOf(this.orders, arrival, edgeOf(arrival.side, this.reference, this.last));
  }

  /** Whether the order would interrupt trading and leave nothing in the book. */
  wouldSpend(arrival: Arrival): boolean {
    if (this.phase !== 'continuous') return false;
    const { fills, self, collared } = this.plan(arrival);
    const left = fills.reduce((rest, { quantity }) => rest - quantity, arrival.remaining);
    return collared && left > 0 && (self || arrival.immediate);
  }

  #less(order: TwinOrder, quantity: number): void {
    order.remaining -= quantity;
    if (order.remaining === 0) this.orders = this.orders.filter((one) => one !== order);
  }

  #trade(buyer: PersonId, seller: PersonId, quantity: number, price: number): void {
    this.#money.trade(this.listing, buyer, seller, quantity, price);
    this.last = price;
    this.trades += 1;
  }

  leave(order: TwinOrder, reason: CancelReason, lines: string[]): void {
    lines.push(effect.cancel(order.id, order.remaining, reason));
    this.orders = this.orders.filter((one) => one !== order);
  }

  #rest(arrival: Arrival, remaining: number, lines: string[]): void {
    const { id, owner, side, price, quantity, time, lastDay, at } = arrival;
    this.#turns += 1;
    const order = { id, owner, side, price, remaining, quantity, time, lastDay, at, turn: this.#turns };
    this.orders.push(order);
    lines.push(effect.rest(order));
  }

  /** Lets an order in and tells what it did. */
  enter(arrival: Arrival, lines: string[]): Did {
    const { id, owner, side, remaining } = arrival;
    if (this.phase !== 'continuous') {
      this.#rest(arrival, remaining, lines);
      return { filled: 0, resting: remaining, dropped: 0, interrupted: false };
    }
    const { fills, yields, self, collared } = this.plan(arrival);
    let left = remaining;
    for (const { maker, quantity } of fills) {
      left -= quantity;
      lines.push(effect.trade(maker.id, id, maker.price, quantity, maker.remaining - quantity, left));
      const [buyer, seller] = side === 'buy' ? [owner, maker.owner] : [maker.owner, owner];
      this.#trade(buyer, seller, quantity, maker.price);
      this.#less(maker, quantity);
    }
    for (const own of yields) this.leave(own, 'self_match', lines);
    const filled = remaining - left;
    if (left === 0) return { filled, resting: 0, dropped: 0, interrupted: false };
    if (self || arrival.immediate) {
      lines.push(effect.drop(id, side, left, self ? 'self_match' : 'immediate'));
      return { filled, resting: 0, dropped: left, interrupted: collared };
    }
    this.#rest(arrival, left, lines);
    return { filled, resting: left, dropped: 0, interrupted: collared };
  }

  /** What the call would trade if it ended now: the price by brute force over every limit in the book. */
  clearing(): TwinClearing | null {
    const all: AuctionOrder[] = this.orders.map(({ id, side, price, remaining }) => ({
      id,
      side,
      price,
      quantity: remaining,
    }));
    return clearByHand(all, this.callReference);
  }

  isWithinCollar(price: number): boolean {
    const [low, high] = band(this.callReference, this.callCollarBps);
    return price >= low && price <= high;
  }

  /** Pairs the best bids with the best asks until one side has nothing left at the price. */
  match(price: number): void {
    const bids = queue(this.orders, 'buy').filter((one) => one.price >= price);
    const asks = queue(this.orders, 'sell').filter((one) => one.price <= price);
    const left = new Map(this.orders.map((one) => [one, one.remaining]));
    const pairs: [TwinOrder, TwinOrder, number][] = [];
    for (const bid of bids) {
      for (const ask of asks) {
        const quantity = Math.min(left.get(bid)!, left.get(ask)!);
        if (quantity === 0) continue;
        pairs.push([bid, ask, quantity]);
        left.set(bid, left.get(bid)! - quantity);
        left.set(ask, left.get(ask)! - quantity);
      }
    }
    this.crossing = { price, pairs };
  }

  /** Settles the next pairs of the auction, at most a chunk. True when it is over. */
  settle(lines: string[]): boolean {
    const { price, pairs } = this.crossing!;
    for (const [bid, ask, quantity] of pairs.splice(0, policy.auctionChunk)) {
      const [more, rest] = [bid.remaining - quantity, ask.remaining - quantity];
      lines.push(effect.cross(bid.id, ask.id, price, quantity, more, rest));
      this.#trade(bid.owner, ask.owner, quantity, price);
      this.#less(bid, quantity);
      this.#less(ask, quantity);
    }
    return pairs.length === 0;
  }

  /** Marks orders that are to leave, in the order of the book. */
  sweep(reason: CancelReason, leaves: (order: TwinOrder) => boolean): void {
    const waiting = new Set(this.leaving.map(({ order }) => order));
    for (const order of [...queue(this.orders, 'buy'), ...queue(this.orders, 'sell')])
      if (leaves(order) && !waiting.has(order)) this.leaving.push({ order, reason });
  }
  sweepAuction(): void {
    this.sweep('session_end', ({ time }) => time === 'auction');
  }
  /** The day is over. */
  sweepDay(at: number): void {
    const today = wall(at).day;
    this.sweep(
      'session_end',
      ({ time, lastDay }) => time === 'day' || time === 'auction' || (time === 'gtd' && lastDay <= today),
    );
  }
  /** What should have gone on a day before. */
  sweepPast(at: number): void {
    const today = wall(at).day;
    this.sweep(
      'expired',
      (one) =>
        (one.time === 'gtd' && one.lastDay < today) || (one.time === 'day' && wall(one.at).day < today),
    );
  }
}
