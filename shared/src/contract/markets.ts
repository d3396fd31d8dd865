import { z } from 'zod';
import { instruments, sectors } from './draft.ts';
import {
  amount,
  endpoint,
  listingId,
  organisationId,
  page,
  pageQuery,
  price,
  quantity,
  queryInteger,
  seqNumber,
  signedQuantity,
  stamp,
} from './kit.ts';

/** How a listing trades: periodic call auctions, auctions and continuous trading, or posts that bind nobody. */
export const marketModels = ['auction', 'continuous', 'bulletin'] as const;
export type MarketModel = (typeof marketModels)[number];

/** The phases of a session (DOMAIN: pre-open → call → freeze → random end → uncross → continuous → closed). */
const marketPhases = ['closed', 'pre_open', 'call', 'freeze', 'uncross', 'continuous', 'halted'] as const;
export type MarketPhase = (typeof marketPhases)[number];

/** Minute of the day in Europe/Rome. */
const minute = z.int().min(0).max(1439);
const sessionPlan = z.object({
  preOpenMinute: minute,
  callMinute: minute,
  freezeMinute: minute,
  /** Earliest end of the call; the end itself is drawn within a minute after it. */
  endMinute: minute,
  /** End of continuous trading; unused where the listing only has auctions. */
  closeMinute: minute,
  /** ISO weekdays, 1 Monday … 7 Sunday. */
  weekdays: z.array(z.int().min(1).max(7)).min(1).max(7),
});
export type SessionPlanView = z.output<typeof sessionPlan>;

/** Sessions of a day, in order and apart from each other. */
export const marketCalendar = z.object({
  sessions: z.array(sessionPlan).min(1).max(48),
  /** Also on weekends and holidays: only in SIMULATION. */
  everyDay: z.boolean(),
});
export type MarketCalendar = z.output<typeof marketCalendar>;

const marketSession = z.object({
  phase: z.enum(marketPhases),
  since: stamp,
  /** When the phase ends; in a freeze only the earliest moment, because the end is drawn. Null while nothing is planned. */
  until: stamp.nullable(),
  /** Times this call was extended because its price would have left the collar. */
  extensions: z.int().min(0),
  /** Pre-open of the next planned session. */
  nextAt: stamp.nullable(),
});
export type MarketSession = z.output<typeof marketSession>;

/** What the call would give if it ended now. `surplus` is above zero where buyers are left over, below where sellers are. */
const indicative = z.object({ price, volume: quantity, surplus: signedQuantity });
export type Indicative = z.output<typeof indicative>;

/** Price and absolute quantity of a level. In a frame 0 removes the level. */
const bookLevel = z.tuple([price, quantity]);
export type BookLevel = z.output<typeof bookLevel>;

const trade = z.object({
  /** Gapless within the listing, from 1. */
  number: z.int().min(1),
  at: stamp,
  price,
  quantity,
  /** Side of the order that came last; auction trades have none. */
  aggressor: z.enum(['buy', 'sell', 'auction']),
});
export type Trade = z.output<typeof trade>;

/** Best first; both sides as deep as they are. */
const sides = { bids: z.array(bookLevel), asks: z.array(bookLevel) };

/** Where a subscriber begins. */
export const marketSnapshot = z.object({
  listingId,
  seq: seqNumber,
  at: stamp,
  ...sides,
  /** Of the ten best levels of each side, see `@piazza/shared/depth`. */
  checksum: z.int().min(0),
  session: marketSession,
  indicative: indicative.nullable(),
  reference: price,
  last: price.nullable(),
  /** Newest first. */
  trades: z.array(trade),
});
export type MarketSnapshot = z.output<typeof marketSnapshot>;

/**
 * What changed since the frame before: levels with absolute quantities, trades oldest first; of more than 500 trades the
 * newest, as their numbers show.
 */
export const marketFrame = z.object({
  listingId,
  prevSeq: seqNumber,
  seq: seqNumber,
  at: stamp,
  ...sides,
  trades: z.array(trade),
  checksum: z.int().min(0),
  /** Absent where it did not change. */
  session: marketSession.optional(),
  /** Absent where it did not change; null where there is no indicative price now. */
  indicative: indicative.nullable().optional(),
  reference: price.optional(),
});
export type MarketFrame = z.output<typeof marketFrame>;

/** What two operators have set for the next auction alone; with its end the usual rule holds again. */
const callTerms = z.object({
  /** Null: the reference is the usual one. */
  reference: price.nullable(),
  /** Hundredths of a percent either side of the reference; null: the usual collar. */
  collarBps: z.int().nullable(),
  /** Prices at which the auction trades without being extended. */
  collar: z.object({ low: price, high: price }),
  at: stamp,
  reason: z.string(),
});

const dayFigures = z.object({
  /** Day of Europe/Rome, "2026-11-22". */
  day: z.string(),
  open: price,
  high: price,
  low: price,
  close: price,
  volume: quantity,
  turnover: amount,
  trades: z.int().min(0),
});

export const marketView = z.object({
  listingId,
  title: z.string(),
  tagline: z.string(),
  organisation: z.object({ id: organisationId, name: z.string(), fictional: z.boolean() }),
  sector: z.enum(sectors),
  instrument: z.enum(instruments),
  indicator: z.string(),
  sdgTarget: z.string(),
  model: z.enum(marketModels),
  calendar: marketCalendar,
  session: marketSession,
  reference: price,
  referenceSource: z.enum(['auction', 'issue', 'desk']),
  issuePrice: price,
  last: z.object({ price, at: stamp }).nullable(),
  bid: price.nullable(),
  ask: price.nullable(),
  day: dayFigures.nullable(),
  /** Prices outside are refused at entry. */
  collar: z.object({ low: price, high: price }),
  terms: callTerms.nullable(),
  totalUnits: quantity,
  holders: z.int().min(0),
  /** Trading was stopped by the venue, here or everywhere. */
  blocked: z.boolean(),
});
export type MarketView = z.output<typeof marketView>;

export const candleIntervals = ['1m', '5m', '1h', '1d'] as const;
export type CandleInterval = (typeof candleIntervals)[number];
const candle = z.object({
  /** Start of the interval; of a day, midnight in Europe/Rome. */
  at: stamp,
  open: price,
  high: price,
  low: price,
  close: price,
  volume: quantity,
});
export type Candle = z.output<typeof candle>;

const auctionResult = z.object({
  at: stamp,
  /** Null where no price was found or it stayed outside the collar. */
  price: price.nullable(),
  volume: quantity,
  surplus: signedQuantity,
  trades: z.int().min(0),
  extensions: z.int().min(0),
  reference: price,
});
export type AuctionResult = z.output<typeof auctionResult>;

const params = z.object({ listingId });
const example = { params: { listingId: '$market' } };

/** What everybody may see of the markets. */
export const marketEndpoints = {
  'markets.list': endpoint({
    method: 'GET',
    path: '/markets',
    summary: 'Listings admitted to trading, those that trade now on top.',
    access: 'public',
    ownership: 'none',
    query: pageQuery,
    reply: page(marketView),
    status: 200,
    rejections: [],
    example: { query: { limit: '20' } },
    command: false,
  }),
  'markets.read': endpoint({
    method: 'GET',
    path: '/markets/:listingId',
    summary: 'One market: its model, session, reference price and figures of the day.',
    access: 'public',
    ownership: 'none',
    params,
    reply: marketView,
    status: 200,
    rejections: ['not_found'],
    example,
    command: false,
  }),
  'markets.book': endpoint({
    method: 'GET',
    path: '/markets/:listingId/book',
    summary:
      'The order book by price level, with the newest trades; the same snapshot the live feed begins with.',
    access: 'public',
    ownership: 'none',
    params,
    reply: marketSnapshot,
    status: 200,
    rejections: ['not_found'],
    example,
    command: false,
  }),
  'markets.trades': endpoint({
    method: 'GET',
    path: '/markets/:listingId/trades',
    summary: 'Trades, newest first.',
    access: 'public',
    ownership: 'none',
    params,
    query: pageQuery,
    reply: page(trade),
    status: 200,
    rejections: ['not_found'],
    example: { ...example, query: { limit: '20' } },
    command: false,
  }),
  'markets.tradesCsv': endpoint({
    method: 'GET',
    path: '/markets/:listingId/trades.csv',
    summary: 'All trades as CSV, oldest first.',
    access: 'public',
    ownership: 'none',
    params,
    reply: z.string(),
    status: 200,
    media: 'text/csv',
    rejections: ['not_found'],
    example,
    command: false,
  }),
  'markets.candles': endpoint({
    method: 'GET',
    path: '/markets/:listingId/candles',
    summary:
      'Open, high, low, close and volume of each interval that had a trade, oldest first; the newest 500.',
    access: 'public',
    ownership: 'none',
    params,
    query: z.object({ interval: z.enum(candleIntervals), limit: queryInteger(1, 500).optional() }),
    reply: z.object({ items: z.array(candle) }),
    status: 200,
    rejections: ['not_found'],
    example: { ...example, query: { interval: '1d' } },
    command: false,
  }),
  'markets.auctions': endpoint({
    method: 'GET',
    path: '/markets/:listingId/auctions',
    summary: 'Results of the call auctions, newest first.',
    access: 'public',
    ownership: 'none',
    params,
    query: pageQuery,
    reply: page(auctionResult),
    status: 200,
    rejections: ['not_found'],
    example: { ...example, query: { limit: '20' } },
    command: false,
  }),
} as const;
