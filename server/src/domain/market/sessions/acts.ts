import { policy } from '@piazza/shared/policy';
import { reject } from '@piazza/shared/rejections';
import { millis } from '@piazza/shared/values';
import { accept, refuse, type Context, type Decision } from '../../core/index.ts';
import type { SessionTimes } from '../calendar/index.ts';
import type { ActOnMarket, MarketAct, MarketDecided } from '../events.ts';
import { isBlocked, type Market, type Phase } from '../state.ts';
import type { MarketsView } from '../view.ts';
import { close, suspend } from './after.ts';
import { enter } from './phase.ts';
import { byHand, resumed } from './plan.ts';
import { beforeOpen, beginSweep } from './sweep.ts';

const legalIn: Readonly<Record<MarketAct, ReadonlySet<Phase>>> = {
  start: new Set(['closed', 'pre_open']),
  extend: new Set(['call', 'freeze']),
  halt: new Set(['pre_open', 'call', 'freeze', 'continuous']),
  resume: new Set(['halted']),
  close: new Set(['pre_open', 'call', 'freeze', 'continuous', 'halted']),
};

/** A call begins now, at most `policy.resumeCallMs` long, freeze included. Orders whose last day is over leave first. */
function call(market: Market, session: SessionTimes, ctx: Context): MarketDecided[] {
  return [
    ...enter(market, ctx, { phase: 'call', until: session.freezeAt, session, waiting: true }),
    ...beginSweep(market, beforeOpen(ctx), ctx),
  ];
}

/** A market that stood still comes back by a call, and goes on until the close of its session. */
export const resumeByCall = (market: Market, ctx: Context): MarketDecided[] =>
  call(market, resumed(market, ctx), ctx);

function extend(market: Market, ctx: Context): MarketDecided[] {
  const { phase, until, session, extensions } = market;
  const by = (at: number): typeof ctx.at => millis(at + policy.extensionMs);
  const longer =
    session === null ? null : { ...session, freezeAt: by(session.freezeAt), endsAt: by(session.endsAt) };
  return enter(market, ctx, {
    phase,
    until: by(until ?? ctx.at),
    session: longer,
    extensions,
    waiting: true,
  });
}

function act(market: Market, kind: MarketAct, ctx: Context): MarketDecided[] {
  switch (kind) {
    case 'start':
      return call(market, byHand(market, ctx), ctx);
    case 'resume':
      return resumeByCall(market, ctx);
    case 'extend':
      return extend(market, ctx);
    case 'halt':
      return suspend(market, ctx, true);
    case 'close':
      return close(market, ctx, true);
  }
}

/**
 * What operators do with a session by hand. Precedence: not_found, matching_forbidden, trading_suspended,
 * phase_forbids, trading_blocked.
 */
export function decideAct(view: MarketsView, command: ActOnMarket, ctx: Context): Decision<MarketDecided> {
  const market = view.markets.markets.get(command.listing);
  if (market === undefined) return refuse(reject('not_found'));
  if (market.model === 'bulletin') return refuse(reject('matching_forbidden'));
  if (market.stop !== null) return refuse(reject('trading_suspended', { why: market.stop }));
  if (!legalIn[command.act].has(market.phase))
    return refuse(reject('phase_forbids', { phase: market.phase }));
  const begins = command.act === 'start' || command.act === 'resume';
  if (begins && isBlocked(view.markets, market)) return refuse(reject('trading_blocked'));
  return accept(act(market, command.act, ctx));
}
