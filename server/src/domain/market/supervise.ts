import { reject, type Rejection } from '@piazza/shared/rejections';
import { accept, refuse, type Context, type Decision } from '../core/index.ts';
import type { BlockTarget, BlockTrading, CancelOrders, MarketDecided } from './events.ts';
import { withdrawAll } from './orders/cancel.ts';
import { beginSweep, ofEverything } from './sessions/sweep.ts';
import type { MarketsState } from './state.ts';
import type { MarketsView } from './view.ts';

function unknownTarget(view: MarketsView, target: BlockTarget): Rejection | null {
  if (target.scope === 'account' && !view.people.people.has(target.person)) return reject('not_found');
  if (target.scope === 'listing' && !view.markets.markets.has(target.listing)) return reject('not_found');
  return null;
}

function isOn(state: MarketsState, target: BlockTarget): boolean {
  if (target.scope === 'venue') return state.house.blocked;
  return target.scope === 'account'
    ? state.blockedAccounts.has(target.person)
    : state.markets.get(target.listing)?.blocked === true;
}

interface Emptied {
  readonly events: MarketDecided[];
  readonly cancelled: number;
}

/** Every order of the target leaves; a whole book by timers due now. */
function empty(view: MarketsView, target: BlockTarget, ctx: Context): Emptied {
  if (target.scope === 'account') {
    const { events, cancelled } = withdrawAll(view.markets, target.person, null, 'operator', ctx);
    return { events, cancelled };
  }
  const events: MarketDecided[] = [];
  let cancelled = 0;
  for (const market of view.markets.markets.values()) {
    if (target.scope === 'listing' && market.listing !== target.listing) continue;
    cancelled += market.book.size;
    events.push(...beginSweep(market, ofEverything, ctx));
  }
  return { events, cancelled };
}

/**
 * The kill switch (RTS 7 art. 18(2)): stops an account, a listing or the venue, or lets it trade again. A blocked account
 * always loses its orders, since they could trade without it. Precedence: not_found, nothing_to_change.
 */
export function decideBlock(view: MarketsView, command: BlockTrading, ctx: Context): Decision<MarketDecided> {
  const { target, blocked, cancelOrders } = command;
  const unknown = unknownTarget(view, target);
  if (unknown !== null) return refuse(unknown);
  if (isOn(view.markets, target) === blocked) return refuse(reject('nothing_to_change'));
  const on: MarketDecided = { kind: 'market.blocked', target, blocked };
  const empties = blocked && (cancelOrders || target.scope === 'account');
  const { events, cancelled } = empties ? empty(view, target, ctx) : { events: [], cancelled: 0 };
  return accept([on, ...events], { cancelled });
}

/** Cancels every order of the target. Precedence: not_found. */
export function decideCancelOrders(
  view: MarketsView,
  { target }: CancelOrders,
  ctx: Context,
): Decision<MarketDecided> {
  const unknown = unknownTarget(view, target);
  if (unknown !== null) return refuse(unknown);
  const { events, cancelled } = empty(view, target, ctx);
  return accept(events, { cancelled, kept: 0 });
}
