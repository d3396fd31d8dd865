import { existing, type Context, type Decision } from '../core/index.ts';
import { withTradeFee } from './fee.ts';
import type { MarketCommand, MarketDecided, MarketTimer } from './events.ts';
import { decideConfigure, decideOpen } from './open.ts';
import { decideAmend } from './orders/amend.ts';
import { decideCancel, decideCancelAll, decideCancelAllAfter, decideDeadMan } from './orders/cancel.ts';
import { decidePlace } from './orders/place.ts';
import { decideAct } from './sessions/acts.ts';
import { decideAdvance } from './sessions/advance.ts';
import { decideSweep } from './sessions/sweep.ts';
import { decideBlock, decideCancelOrders } from './supervise.ts';
import type { MarketsView } from './view.ts';

/** Decides a command on a market. */
export function decideMarket(
  view: MarketsView,
  command: MarketCommand,
  ctx: Context,
): Decision<MarketDecided> {
  switch (command.kind) {
    case 'orders.place':
      return withTradeFee(view, decidePlace(view, command, ctx));
    case 'orders.amend':
      return withTradeFee(view, decideAmend(view, command, ctx));
    case 'orders.cancel':
      return decideCancel(view, command, ctx);
    case 'orders.cancelAll':
      return decideCancelAll(view, command, ctx);
    case 'orders.cancelAllAfter':
      return decideCancelAllAfter(view, command, ctx);
    case 'markets.open':
      return decideOpen(view, command, ctx);
    case 'markets.configure':
      return decideConfigure(view, command, ctx);
    case 'markets.act':
      return decideAct(view, command, ctx);
    case 'desk.blockTrading':
      return decideBlock(view, command, ctx);
    case 'desk.cancelOrders':
      return decideCancelOrders(view, command, ctx);
  }
}

/** Decides what a market's timer is due to do. */
export function decideMarketTimer(
  view: MarketsView,
  command: MarketTimer,
  ctx: Context,
): Decision<MarketDecided> {
  if (command.kind === 'orders.deadMan') return decideDeadMan(view, command.person, ctx);
  const market = existing(view.markets.markets, command.listing, 'market');
  return command.kind === 'markets.advance'
    ? withTradeFee(view, decideAdvance(view.markets, market, ctx))
    : decideSweep(market, ctx);
}
