import { millis, type Millis } from '@piazza/shared/values';
import type { Context } from '../../core/index.ts';
import { clearTimer, setTimer, type ScheduleEvent } from '../../schedule/index.ts';
import type { SessionTimes } from '../calendar/index.ts';
import type { MarketDecided } from '../events.ts';
import type { Market, Phase } from '../state.ts';

const timerOf = (market: Pick<Market, 'listing'>): string => `market:${market.listing}`;

/** The timer of the market's next step, in place of the one it waits for. */
export const stepAt = (market: Pick<Market, 'listing'>, at: Millis): ScheduleEvent =>
  setTimer(timerOf(market), at, { kind: 'markets.advance', listing: market.listing });

/** Where a market goes next. */
export interface Turn {
  readonly phase: Phase;
  /** When that phase ends; null while nobody knows. */
  readonly until: Millis | null;
  readonly session?: SessionTimes | null;
  readonly extensions?: number;
  /** Whether the market's timer is still set: it is not where the timer itself brought us here. */
  readonly waiting: boolean;
}

/** Enters a phase and sets the timer of its end. */
export function enter(market: Market, ctx: Pick<Context, 'at'>, turn: Turn): MarketDecided[] {
  const { phase, until, waiting } = turn;
  const events: MarketDecided[] = [];
  if (waiting && market.until !== null) events.push(clearTimer(timerOf(market)));
  events.push({
    kind: 'market.phased',
    listing: market.listing,
    phase,
    at: ctx.at,
    until,
    session: turn.session === undefined ? market.session : turn.session,
    extensions: turn.extensions ?? 0,
  });
  if (until !== null) events.push(stepAt(market, until));
  return events;
}

/** So long after now, and at most so much more: an end nobody can aim at. `draw` 0 adds nothing. */
export const later = (ctx: Context, ms: number, draw = 0): Millis =>
  millis(ctx.at + ms + (draw === 0 ? 0 : ctx.draw(draw + 1)));
