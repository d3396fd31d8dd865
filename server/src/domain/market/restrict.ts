import type { Context } from '../core/index.ts';
import type { MarketDecided } from './events.ts';
import { close, suspend } from './sessions/after.ts';
import { enter } from './sessions/phase.ts';
import { beginSweep, ofEverything } from './sessions/sweep.ts';
import type { Market, Stop } from './state.ts';

const shut = (market: Market, ctx: Context): MarketDecided[] =>
  enter(market, ctx, { phase: 'closed', until: null, session: null, waiting: true });

/** No session begins; one under way stands still. What is being settled stands still when it is done. */
function halt(market: Market, ctx: Context): MarketDecided[] {
  switch (market.phase) {
    case 'uncross':
    case 'halted':
      return [];
    case 'closed':
      return market.until === null ? [] : shut(market, ctx);
    default:
      return suspend(market, ctx, true);
  }
}

/**
 * What the duties of an issuer mean for its market: a stop halts it or keeps its sessions from beginning; after the stop
 * the next session of its calendar is the first. Delisted, it is closed for good and every order leaves.
 */
export function restrictEvents(
  market: Market,
  { stop, closedPeriod }: { readonly stop: Stop | null; readonly closedPeriod: boolean },
  ctx: Context,
): MarketDecided[] {
  const { listing } = market;
  const events: MarketDecided[] = [{ kind: 'market.restricted', listing, stop, closedPeriod }];
  if (stop === 'delisted') return [...events, ...shut(market, ctx), ...beginSweep(market, ofEverything, ctx)];
  if (stop !== null) return market.stop === null ? [...events, ...halt(market, ctx)] : events;
  if (market.stop === null || market.model === 'bulletin') return events;
  return market.phase === 'uncross' ? events : [...events, ...close(market, ctx, true)];
}
