import { policy } from '@piazza/shared/policy';
import { accept, type Context, type Decision } from '../../core/index.ts';
import type { MarketDecided } from '../events.ts';
import type { Market, MarketsState } from '../state.ts';
import { close } from './after.ts';
import { enter, later } from './phase.ts';
import { beforeOpen, beginSweep } from './sweep.ts';
import { endCall, goOn } from './uncross.ts';

function preOpen(market: Market, ctx: Context): MarketDecided[] {
  const until = market.session?.callAt ?? ctx.at;
  return [
    ...enter(market, ctx, { phase: 'pre_open', until, waiting: false }),
    ...beginSweep(market, beforeOpen(ctx), ctx),
  ];
}

/** The call ends at a moment drawn within a minute after the freeze, so that nobody can aim at it (DOMAIN §6). */
function freeze(market: Market, ctx: Context): MarketDecided[] {
  const rest = Math.max((market.session?.endsAt ?? ctx.at) - ctx.at, 0);
  const until = later(ctx, rest, policy.randomEndMs);
  return enter(market, ctx, { phase: 'freeze', until, waiting: false });
}

function step(state: MarketsState, market: Market, ctx: Context): MarketDecided[] {
  switch (market.phase) {
    case 'closed':
      return preOpen(market, ctx);
    case 'pre_open':
      return enter(market, ctx, { phase: 'call', until: market.session?.freezeAt ?? ctx.at, waiting: false });
    case 'call':
      // An extended call ends at random by itself.
      return market.extensions > 0 ? endCall(state, market, ctx) : freeze(market, ctx);
    case 'freeze':
      return endCall(state, market, ctx);
    case 'uncross':
      return goOn(market, ctx);
    case 'continuous':
      return close(market, ctx, false);
    case 'halted':
      return [];
  }
}

/** The phase of a market is over: on to the next one. */
export const decideAdvance = (state: MarketsState, market: Market, ctx: Context): Decision<MarketDecided> =>
  accept(step(state, market, ctx));
