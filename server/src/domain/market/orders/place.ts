import { policy } from '@piazza/shared/policy';
import { reject, type Rejection } from '@piazza/shared/rejections';
import type { PersonId } from '@piazza/shared/values';
import { accept, refuse, type Context, type Decision } from '../../core/index.ts';
import { fillable } from '../book/index.ts';
import { boundLevel } from '../collars.ts';
import type { MarketDecided, MarketMoved, PlaceOrder } from '../events.ts';
import { BUY, restingTime, selfMatchCode, sideCode } from '../order-kinds.ts';
import { levelOfPrice } from '../prices.ts';
import { interruption, interruptionRefusal } from '../sessions/interrupt.ts';
import { marketOf, type Market } from '../state.ts';
import type { MarketsView } from '../view.ts';
import { match, tradable, type Incoming } from './match.ts';
import {
  coverRefusal,
  entryRefusal,
  goodTillRefusal,
  isImmediate,
  kindRefusal,
  meetsOwn,
  priceRefusal,
} from './refusals.ts';

/** The order in the book's terms, its price being admitted. Somebody without a seat gets the next one. */
const incomingOf = (market: Market, order: PlaceOrder, person: PersonId, seq: number): Incoming => ({
  order: seq,
  seat: market.seats.get(person) ?? market.owners.length,
  side: sideCode(order.side),
  level: levelOfPrice(order.priceCents),
  wanted: order.quantity,
  quantity: order.quantity,
  resting: restingTime(order.timeInForce, order.lastDay),
  selfMatch: selfMatchCode(order.selfMatch),
  immediate: isImmediate(order),
});

/** Fill-or-kill and minimum quantities look before they trade: quickly at the levels, then at every order they meet. */
function fillRefusal(market: Market, order: PlaceOrder, incoming: Incoming): Rejection | null {
  const wanted = order.timeInForce === 'fok' ? order.quantity : order.minimumQuantity;
  if (wanted === 0) return null;
  const { side, level, seat } = incoming;
  const bound = boundLevel(market, side);
  const limit = side === BUY ? Math.min(level, bound) : Math.max(level, bound);
  const fits =
    fillable(market.book, side, limit, wanted, seat) >= wanted && tradable(market, incoming) >= wanted;
  return fits ? null : reject(order.timeInForce === 'fok' ? 'not_fillable' : 'minimum_not_met');
}

function bookRefusal(market: Market, order: PlaceOrder, incoming: Incoming): Rejection | null {
  const { seat, side, level } = incoming;
  if (market.book.ordersOf(seat) >= policy.openOrdersPerAccount)
    return reject('too_many_orders', { most: policy.openOrdersPerAccount });
  if (market.phase === 'continuous') return fillRefusal(market, order, incoming);
  return meetsOwn(market, seat, side, level) ? reject('self_match') : null;
}

/** What speaks against the order; the order in the book's terms where nothing does. */
function admit(view: MarketsView, market: Market, order: PlaceOrder, ctx: Context): Rejection | Incoming {
  const person = ctx.actor as PersonId;
  const refusal =
    entryRefusal(view, market, person, ctx.at) ??
    kindRefusal(market, order) ??
    priceRefusal(view, market, order.priceCents, order.quantity) ??
    goodTillRefusal(order, ctx.at);
  if (refusal !== null) return refusal;
  const incoming = incomingOf(market, order, person, ctx.seq);
  return bookRefusal(market, order, incoming) ?? coverRefusal(view, market, person, incoming, 0) ?? incoming;
}

/**
 * Takes an order: it trades at once with what rests, by price and then by time, and the rest goes into the book. In a call
 * it only gathers. An order that would leave the collars interrupts continuous trading by a call.
 * Precedence: not_found, matching_forbidden, trading_blocked, trading_suspended, closed_period, market_closed, order_kind_forbidden, off_tick,
 * order_value_exceeded, outside_collar, good_till_invalid, too_many_orders, self_match, not_fillable, minimum_not_met,
 * insufficient_funds, insufficient_units, interruption_spent.
 */
export function decidePlace(view: MarketsView, order: PlaceOrder, ctx: Context): Decision<MarketDecided> {
  const market = marketOf(view.markets, order.listing);
  if (market === undefined) return refuse(reject('not_found'));
  const incoming = admit(view, market, order, ctx);
  if ('code' in incoming) return refuse(incoming);
  const matched = match(market, incoming, null);
  const person = ctx.actor as PersonId;
  const spent = interruptionRefusal(view.people, market, person, incoming.side, matched);
  if (spent !== null) return refuse(spent);
  const { moves, filled, resting, dropped, interrupted } = matched;
  const joined = incoming.seat === market.owners.length ? person : null;
  const moved: MarketMoved = { kind: 'market.moved', listing: market.listing, at: ctx.at, joined, moves };
  const events = interrupted ? [moved, ...interruption(market, ctx, matched)] : [moved];
  return accept(events, { order: ctx.seq, filled, resting, cancelled: dropped });
}
