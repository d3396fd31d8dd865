import { millis, romeDay } from '@piazza/shared/values';
import type { Context } from '../../core/index.ts';
import type { MarketDecided } from '../events.ts';
import type { Market } from '../state.ts';
import { enter } from './phase.ts';
import { planned } from './plan.ts';
import { afterAuction, atClose, beginSweep } from './sweep.ts';

/**
 * Closes the session and plans the next one. With the last session of a day its orders leave; before, only those for the
 * auction that is over.
 * @param waiting whether the market's timer is still set
 */
export function close(market: Market, ctx: Context, waiting: boolean): MarketDecided[] {
  const session = planned(market.calendar, ctx.at);
  const until = session?.preOpenAt ?? null;
  return [
    ...enter(market, ctx, { phase: 'closed', until, session, waiting }),
    ...beginSweep(market, session?.day === romeDay(ctx.at) ? afterAuction : atClose(ctx), ctx),
  ];
}

/** Nothing trades until an operator resumes. */
export const suspend = (market: Market, ctx: Context, waiting = false): MarketDecided[] =>
  enter(market, ctx, { phase: 'halted', until: null, waiting });

/** After a call: on to continuous trading where the listing has it and the session lasts, else to the close. */
export function afterCall(market: Market, ctx: Context): MarketDecided[] {
  const closesAt = market.session?.closesAt ?? ctx.at;
  if (market.stop !== null) return suspend(market, ctx);
  if (market.model !== 'continuous' || closesAt <= ctx.at) return close(market, ctx, false);
  const on = enter(market, ctx, { phase: 'continuous', until: millis(closesAt), waiting: false });
  return [...on, ...beginSweep(market, afterAuction, ctx)];
}
