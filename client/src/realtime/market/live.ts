import type { Indicative, MarketFrame, MarketSession, MarketSnapshot, Trade } from '@piazza/shared/contract';
import type { Level, Levels } from '@piazza/shared/depth';
import type { PriceCents } from '@piazza/shared/values';

/** One market as this page knows it. What did not change stays the same object from one state to the next. */
export interface MarketLive {
  /** `live` while the book is the venue's; `resyncing` after something was missed; `gone` where there is no such market. */
  readonly standing: 'loading' | 'live' | 'resyncing' | 'gone';
  /** Best first. */
  readonly bids: readonly Level[];
  readonly asks: readonly Level[];
  readonly session: MarketSession | null;
  readonly indicative: Indicative | null;
  readonly reference: PriceCents | null;
  readonly last: PriceCents | null;
  /** Newest first. */
  readonly trades: readonly Trade[];
}

export const nothingYet: MarketLive = {
  standing: 'loading',
  bids: [],
  asks: [],
  session: null,
  indicative: null,
  reference: null,
  last: null,
  trades: [],
};

/** Trades kept: more than the tape shows, and enough to say what came in ten seconds of a busy market. */
const keptTrades = 100;

/** Where a snapshot begins. */
export const begin = (snapshot: MarketSnapshot): MarketLive => ({
  standing: 'live',
  bids: snapshot.bids,
  asks: snapshot.asks,
  session: snapshot.session,
  indicative: snapshot.indicative,
  reference: snapshot.reference,
  last: snapshot.last,
  trades: snapshot.trades.slice(0, keptTrades),
});

/** What came with a frame beside the levels; the book applies those. */
function extend(live: MarketLive, frame: MarketFrame): MarketLive {
  // A frame may repeat what a snapshot had already shown.
  const newest = live.trades[0]?.number ?? 0;
  const fresh = frame.trades.filter(({ number }) => number > newest);
  const { session = live.session, indicative = live.indicative, reference = live.reference } = frame;
  return {
    ...live,
    session,
    indicative,
    reference,
    last: fresh.at(-1)?.price ?? live.last,
    trades: fresh.length === 0 ? live.trades : [...fresh.toReversed(), ...live.trades].slice(0, keptTrades),
  };
}

/** The market after these frames, which the book has applied. */
export function take(live: MarketLive, frames: readonly MarketFrame[], book: Levels): MarketLive {
  const next = frames.reduce(extend, live);
  // The book changes its sides in place: a copy is what a screen can compare.
  return {
    ...next,
    bids: frames.some(({ bids }) => bids.length > 0) ? [...book.bids] : live.bids,
    asks: frames.some(({ asks }) => asks.length > 0) ? [...book.asks] : live.asks,
  };
}
