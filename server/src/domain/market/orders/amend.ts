import { reject, type Rejection } from '@piazza/shared/rejections';
import type { PersonId } from '@piazza/shared/values';
import { accept, refuse, type Context, type Decision } from '../../core/index.ts';
import type { AmendOrder, MarketDecided, MarketMoved } from '../events.ts';
import { cancelRow, REDUCE } from '../moves.ts';
import { BUY, reasonCode, selfMatchCode } from '../order-kinds.ts';
import { levelOfPrice, priceOfLevel } from '../prices.ts';
import { interruption, interruptionRefusal } from '../sessions/interrupt.ts';
import { findOrder, ownerOf, type Market } from '../state.ts';
import type { MarketsView } from '../view.ts';
import { match, type Incoming } from './match.ts';
import { coverRefusal, dutyRefusal, entryRefusal, meetsOwn, priceRefusal } from './refusals.ts';

const amended = reasonCode('amended');

const moved = (market: Market, ctx: Context, moves: readonly number[]): MarketMoved => ({
  kind: 'market.moved',
  listing: market.listing,
  at: ctx.at,
  joined: null,
  moves,
});

/** What the order becomes. */
interface Change {
  readonly slot: number;
  readonly side: number;
  readonly level: number;
  readonly remaining: number;
  readonly quantity: number;
}

function changeOf(market: Market, slot: number, command: AmendOrder): Change | null {
  const { book } = market;
  const [level, remaining, quantity] = [book.levelAt(slot), book.remainingAt(slot), book.quantityAt(slot)];
  const total = command.quantity === 0 ? quantity : command.quantity;
  const left = total - (quantity - remaining);
  const price = command.priceCents === 0 ? priceOfLevel(level) : command.priceCents;
  if (left <= 0 || (left === remaining && price === priceOfLevel(level))) return null;
  return { slot, side: book.sideAt(slot), level: 0, remaining: left, quantity: total };
}

function replaceRefusal(
  view: MarketsView,
  market: Market,
  person: PersonId,
  { slot, side, level, remaining }: Change,
): Rejection | null {
  const { book } = market;
  const seat = book.ownerAt(slot);
  if (market.phase !== 'continuous' && meetsOwn(market, seat, side, level)) return reject('self_match');
  const before = book.remainingAt(slot);
  const freed = side === BUY ? priceOfLevel(book.levelAt(slot)) * before : before;
  return coverRefusal(view, market, person, { seat, side, level, wanted: remaining }, freed);
}

function replace(
  view: MarketsView,
  market: Market,
  command: AmendOrder,
  change: Change,
  ctx: Context,
): Decision<MarketDecided> {
  const { book } = market;
  const { slot, side, level, remaining, quantity } = change;
  const refusal = replaceRefusal(view, market, ctx.actor as PersonId, change);
  if (refusal !== null) return refuse(refusal);
  const incoming: Incoming = {
    order: command.order,
    seat: book.ownerAt(slot),
    side,
    level,
    wanted: remaining,
    quantity,
    resting: book.timeInForceAt(slot),
    selfMatch: selfMatchCode('cancel_newest'),
    immediate: false,
  };
  const left = cancelRow(book, slot, amended);
  const matched = match(market, incoming, left);
  const spent = interruptionRefusal(view.people, market, ctx.actor as PersonId, side, matched);
  if (spent !== null) return refuse(spent);
  const { moves, filled, resting, dropped, interrupted } = matched;
  const events = interrupted
    ? [moved(market, ctx, moves), ...interruption(market, ctx, matched)]
    : [moved(market, ctx, moves)];
  return accept(events, { order: command.order, filled, resting, cancelled: dropped });
}

/**
 * Changes an order at rest. It keeps its place only where its quantity alone becomes smaller; else it goes to the end of
 * its level, and may trade at once. Precedence: not_found, phase_forbids, trading_suspended,
 * closed_period, nothing_to_change, then as for a new order.
 */
export function decideAmend(view: MarketsView, command: AmendOrder, ctx: Context): Decision<MarketDecided> {
  const found = findOrder(view.markets, command.order);
  if (found === undefined || ownerOf(found.market, found.slot) !== ctx.actor)
    return refuse(reject('not_found'));
  const { market, slot } = found;
  if (market.phase === 'freeze' || market.phase === 'uncross')
    return refuse(reject('phase_forbids', { phase: market.phase }));
  if (market.stop !== null || market.closedPeriod) {
    const refusal = dutyRefusal(view, market, ctx.actor as PersonId, ctx.at);
    if (refusal !== null) return refuse(refusal);
  }
  const change = changeOf(market, slot, command);
  if (change === null) return refuse(reject('nothing_to_change'));
  const { book } = market;
  const price = command.priceCents === 0 ? priceOfLevel(book.levelAt(slot)) : command.priceCents;
  const smaller = change.remaining < book.remainingAt(slot);
  if (price === priceOfLevel(book.levelAt(slot)) && smaller) {
    const by = book.remainingAt(slot) - change.remaining;
    const result = { order: command.order, filled: 0, resting: change.remaining, cancelled: by };
    const [seat, side, level] = [book.ownerAt(slot), book.sideAt(slot), book.levelAt(slot)];
    const moves = [REDUCE, command.order, seat, side, level, change.remaining, by];
    return accept([moved(market, ctx, moves)], result);
  }
  const refusal =
    entryRefusal(view, market, ctx.actor as PersonId, ctx.at) ??
    priceRefusal(view, market, price, change.remaining);
  if (refusal !== null) return refuse(refusal);
  return replace(view, market, command, { ...change, level: levelOfPrice(price) }, ctx);
}
