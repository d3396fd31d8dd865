import { policy } from '@piazza/shared/policy';
import type { Context } from '../../core/index.ts';
import type { MarketDecided } from '../events.ts';
import type { Market } from '../state.ts';
import { enter, later } from './phase.ts';

/** A volatility call: continuous trading stops before a trade leaves the collars, and goes on after an auction. */
export const interruption = (market: Market, ctx: Context): MarketDecided[] =>
  enter(market, ctx, {
    phase: 'call',
    until: later(ctx, policy.extensionMs, policy.extensionDrawMs),
    extensions: 1,
    waiting: true,
  });
