import { policy } from '@piazza/shared/policy';
import { reject, type Rejection } from '@piazza/shared/rejections';
import type { Millis, PersonId } from '@piazza/shared/values';
import { isInsider, type InsidersView } from '../../insiders/index.ts';
import { account, available } from '../../ledger/index.ts';
import { pledgedCents } from '../../offers/index.ts';
import { isUsual, settingOf } from '../../settings/index.ts';
import { dayOf } from '../calendar/index.ts';
import { isWithin, orderCollar } from '../collars.ts';
import type { PlaceOrder } from '../events.ts';
import { BUY, SELL } from '../order-kinds.ts';
import { levelOr0, priceOfLevel } from '../prices.ts';
import { seatOf } from '../seats.ts';
import { isBlocked, type Market, type Phase } from '../state.ts';
import type { MarketsView } from '../view.ts';

const takesOrders = (phase: Phase): boolean =>
  phase === 'continuous' || phase === 'call' || phase === 'pre_open' || phase === 'freeze';

/** What a duty of the issuer says against trading here. Precedence: trading_suspended, closed_period (MAR art. 19(11)). */
export function dutyRefusal(
  view: InsidersView,
  market: Market,
  person: PersonId,
  at: Millis,
): Rejection | null {
  if (market.stop !== null) return reject('trading_suspended', { why: market.stop });
  return market.closedPeriod && isInsider(view, market, person, at) ? reject('closed_period') : null;
}

/**
 * Whether the person may enter an order here now.
 * Precedence: matching_forbidden, trading_blocked, trading_suspended, closed_period, market_closed.
 */
export function entryRefusal(
  view: MarketsView,
  market: Market,
  person: PersonId,
  at: Millis,
): Rejection | null {
  if (view.house.mode === 'BULLETIN_BOARD' || market.model === 'bulletin')
    return reject('matching_forbidden');
  const { blockedAccounts } = view.markets;
  if (isBlocked(view.markets, market) || (blockedAccounts.size > 0 && blockedAccounts.has(person)))
    return reject('trading_blocked');
  if (market.stop !== null || market.closedPeriod) {
    const refusal = dutyRefusal(view, market, person, at);
    if (refusal !== null) return refusal;
  }
  return takesOrders(market.phase) ? null : reject('market_closed', { phase: market.phase });
}

/** Whether what does not trade at once is dropped. */
export const isImmediate = ({ type, timeInForce }: PlaceOrder): boolean =>
  type === 'market' || timeInForce === 'ioc' || timeInForce === 'fok';

/** Market, immediate and minimum-quantity orders need continuous trading; those for the next auction need a call ahead (DOMAIN §6). */
export function kindRefusal(market: Market, order: PlaceOrder): Rejection | null {
  const continuous = market.phase === 'continuous';
  const now = isImmediate(order) || order.minimumQuantity > 0;
  const forbidden = continuous ? order.timeInForce === 'auction' : now;
  const contradicts = order.minimumQuantity > order.quantity;
  return forbidden || contradicts ? reject('order_kind_forbidden', { phase: market.phase }) : null;
}

/** Precedence: off_tick, order_value_exceeded, outside_collar. @param priceCents a whole number */
export function priceRefusal(
  view: MarketsView,
  market: Market,
  priceCents: number,
  quantity: number,
): Rejection | null {
  if (levelOr0(priceCents) === 0) return reject('off_tick');
  const mostCents = isUsual(view) ? policy.maxOrderValueCents : settingOf(view, 'maxOrderValueCents');
  if (priceCents * quantity > mostCents) return reject('order_value_exceeded', { mostCents });
  const collar = orderCollar(view, market);
  return isWithin(collar, priceCents)
    ? null
    : reject('outside_collar', { lowCents: collar.low, highCents: collar.high });
}

export function goodTillRefusal(order: PlaceOrder, at: Millis): Rejection | null {
  if (order.timeInForce !== 'gtd') return order.lastDay === 0 ? null : reject('good_till_invalid');
  const today = dayOf(at);
  const fits = order.lastDay >= today && order.lastDay <= today + policy.goodTillDays;
  return fits ? null : reject('good_till_invalid', { mostDays: policy.goodTillDays });
}

/** Slots of the seat's own orders that one of that side and level would trade with, the oldest first. */
export function ownBeyond(market: Market, seat: number, side: number, level: number): number[] {
  const { book } = market;
  const met: number[] = [];
  for (let slot = seat < 0 ? -1 : book.firstOf(seat); slot !== -1; slot = book.followingOf(slot)) {
    if (book.sideAt(slot) === side) continue;
    const other = book.levelAt(slot);
    if (side === BUY ? other <= level : other >= level) met.push(slot);
  }
  return met;
}

/** Whether the order would meet one of its own owner while nothing trades: a call cannot sort that out at its end. */
export const meetsOwn = (market: Market, seat: number, side: number, level: number): boolean =>
  ownBeyond(market, seat, side, level).length > 0;

/** Cents the person may still promise: what is available less what their commitments will ask for. */
const freeCents = ({ ledger, offers }: MarketsView, market: Market, seat: number, person: PersonId): number =>
  (seat < market.owners.length
    ? seatOf(market, ledger, seat).cash.account.available
    : available(ledger, account.cash(person))) - pledgedCents(offers, person);

const freeUnits = ({ ledger }: MarketsView, market: Market, seat: number, person: PersonId): number =>
  seat < market.owners.length
    ? seatOf(market, ledger, seat).units.account.available
    : available(ledger, account.units(market.listing, person));

/** An order as far as its cover is concerned: the most it may cost or deliver. */
export interface ToCover {
  /** The one after the last for somebody who has none yet. */
  readonly seat: number;
  readonly side: number;
  readonly level: number;
  readonly wanted: number;
}

/**
 * Whether the person can pay, or deliver, at the worst.
 * @param freed what an order that this one replaces gives back, in cents or units
 */
export function coverRefusal(
  view: MarketsView,
  market: Market,
  person: PersonId,
  { seat, side, level, wanted }: ToCover,
  freed: number,
): Rejection | null {
  if (side === SELL) {
    const units = freeUnits(view, market, seat, person) + freed;
    return wanted > units ? reject('insufficient_units', { freeUnits: units }) : null;
  }
  const needed = priceOfLevel(level) * wanted;
  const cents = freeCents(view, market, seat, person) + freed;
  return needed > cents ? reject('insufficient_funds', { freeCents: cents, amountCents: needed }) : null;
}
