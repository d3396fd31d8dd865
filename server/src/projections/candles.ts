import type { Figures, Market } from '../domain/market/index.ts';
import type { VenueState } from '../domain/venue/index.ts';
import { addLine, type Effects } from './effects.ts';
import { candlesStream, type CandleLine } from './streams.ts';

interface Known {
  minute: Figures | null;
  day: Figures | null;
}

/**
 * The figures each market last counted in. A market begins new ones with the first trade of a minute or a day and leaves
 * the old ones as they were, so what is remembered here is then finished.
 */
const last = new WeakMap<Market, Known>();

const lineOf = ({ from, open, high, low, close, volume }: Figures): CandleLine => ({
  from,
  open,
  high,
  low,
  close,
  volume,
});

/** Remembers the figures under way. Needed before the first event after a restart, and for events that are not projected. */
export function rememberFigures(market: Market): void {
  const { minute, day } = market;
  last.set(market, { minute, day });
}

export function rememberAllFigures(state: VenueState): void {
  for (const market of state.markets.markets.values()) rememberFigures(market);
}

/** Writes the minute and the day that the newest trades have left behind. */
export function finishCandles(effects: Effects, market: Market): void {
  const known = last.get(market);
  if (known === undefined) {
    rememberFigures(market);
    return;
  }
  const { minute, day } = market;
  if (known.minute !== minute) {
    if (known.minute !== null) addLine(effects, candlesStream(market.listing, '1m'), lineOf(known.minute));
    known.minute = minute;
  }
  if (known.day === day) return;
  if (known.day !== null) addLine(effects, candlesStream(market.listing, '1d'), lineOf(known.day));
  known.day = day;
}
