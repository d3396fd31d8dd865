import { basisPoints, cents } from '../values/index.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** What surveillance looks for. The last two are of money laundering, the others of market abuse. */
export const detectors = [
  'wash_trade',
  'circular_trade',
  'matched_orders',
  'layering',
  'auction_cancel',
  'price_spike',
  'marking_close',
  'concentration',
  'allotment_collusion',
  'insider_trading',
  'structuring',
  'large_transaction',
] as const;
export type Detector = (typeof detectors)[number];

/** How grave an alert is. A record only has to be kept: nothing is suspected. */
export const severities = ['high', 'medium', 'low', 'record'] as const;
export type Severity = (typeof severities)[number];

/** How a case ends. `reported`: to the authority, as a STOR (MAR art. 16); `referred`: to whoever else has to act. */
export const caseOutcomes = ['no_abuse', 'warned', 'reported', 'referred'] as const;
export type CaseOutcome = (typeof caseOutcomes)[number];

/**
 * Market abuse and money laundering: the indicators are those of MAR Annex I as delegated regulation 2016/522 Annex II specifies them, and DOMAIN §8 asks
 * for them; it gives no numbers, so the numbers are Design, tried by `npm run surveil`. Widths are basis points.
 */
export const surveillancePolicy = {
  surveillance: {
    /** Records of the journal that detectors read again at a start: what is older than their windows tells them nothing. Design. */
    recordsReadAgain: 200_000,
    /** Until when an alert is looked at, by its gravity; MAR art. 16(2) asks for a report without delay. Design. */
    alertDueMs: { high: DAY_MS, medium: 3 * DAY_MS, low: 7 * DAY_MS, record: 30 * DAY_MS },
    /** Until when a case is closed. Design. */
    caseDueMs: 14 * DAY_MS,
    /** Records and orders that an alert names as evidence at most. Design. */
    evidenceMost: 60,
    /** Records of a market around an alert that are replayed for whoever looks at it, before and after. Design. */
    tapeRecords: 500,
    /** Insiders do not trade this long before a report. MAR art. 19(11), DOMAIN §8. */
    closedPeriodMs: 30 * DAY_MS,
    /** No change of beneficial owner: the same pair to and fro. 2016/522 Annex II sec. 1 ind. A(c). */
    wash: {
      windowMs: DAY_MS,
      /** Times the units came back. */
      roundTrips: 2,
      quantityWidth: basisPoints(1_000),
      /** Share of what both traded that was with each other. */
      pairShare: basisPoints(4_000),
    },
    /** Units that come back to where they started over others. 2016/522 Annex II sec. 1 ind. A(c). */
    circular: {
      windowMs: 2 * HOUR_MS,
      legsMost: 4,
      quantityWidth: basisPoints(500),
      priceWidth: basisPoints(300),
      /** Share of what everybody in the circle traded meanwhile that went round in it. */
      insideShare: basisPoints(2_500),
      leastCents: cents(20_000),
    },
    /** Improper matched orders. 2016/522 Annex II sec. 1 ind. A(c). */
    matched: {
      windowMs: DAY_MS,
      apartMs: 5_000,
      quantityWidth: basisPoints(500),
      /** Share of both orders that met in the trade. */
      metShare: basisPoints(9_000),
      times: 3,
    },
    /** Layering and spoofing. 2016/522 Annex II sec. 1 ind. A(f). */
    layering: {
      /** How long before the trade the visible orders were placed at most, and how soon after it they go. */
      builtMs: 10 * MINUTE_MS,
      goneMs: 2 * MINUTE_MS,
      /** How often in this time. */
      windowMs: DAY_MS,
      times: 2,
      /** Visible units for each unit traded on the other side. */
      timesTraded: 3,
      /** Share of its side of the book that was shown, and of what was shown that was taken back. */
      depthShare: basisPoints(2_000),
      cancelledShare: basisPoints(6_000),
    },
    /** Large orders of a call that go just before its freeze. 2016/522 Annex II sec. 1 ind. A(f). */
    auctionCancel: {
      beforeFreezeMs: 60_000,
      depthShare: basisPoints(2_500),
      leastCents: cents(200_000),
      /** Of what was taken back, the share that may return at once: a change of mind about the price. */
      replacedShare: basisPoints(5_000),
    },
    /** Orders or trades that move the price. 2016/522 Annex II sec. 1 ind. A(b), A(e). */
    priceSpike: {
      windowMs: 30 * MINUTE_MS,
      move: basisPoints(600),
      /** Share of the volume that moved it which came from one owner. */
      share: basisPoints(5_000),
      trades: 4,
    },
    /** Marking the close. 2016/522 Annex II sec. 1 ind. A(g). */
    markingClose: {
      beforeCloseMs: 2 * MINUTE_MS,
      /** Against the average of the time before. */
      averageMs: 2 * HOUR_MS,
      move: basisPoints(150),
      share: basisPoints(5_000),
      windowMs: 10 * DAY_MS,
      times: 2,
    },
    /** One owner's share of a market. 2016/522 Annex II sec. 1 ind. A(a). */
    concentration: {
      windowMs: DAY_MS,
      trades: 60,
      leastCents: cents(500_000),
      /** What one owner gathered or gave, net, of all that was traded. */
      netShare: basisPoints(4_000),
      /** Share of an issue that buying in the market brings one owner to. */
      holdingShare: basisPoints(2_500),
    },
    /** Collusion after a primary issue. 2016/522 Annex II sec. 1 ind. A(a). */
    collusion: {
      afterIssueMs: 30 * DAY_MS,
      windowMs: 2 * DAY_MS,
      /** In each of which somebody passes on what they were given before. */
      trades: 6,
      membersMost: 4,
      rise: basisPoints(400),
      /** By how much a step may fall below the one before. */
      fall: basisPoints(100),
    },
  },
  aml: {
    /** Several transactions just below `amlTransactionCents` in a window. FATF indicators of structuring; the numbers are Design. */
    structuring: { from: basisPoints(8_000), times: 3, windowMs: 3 * DAY_MS },
  },
} as const;
