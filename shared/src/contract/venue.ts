import { z } from 'zod';
import {
  amount,
  endpoint,
  listingId,
  offerId,
  page,
  pageQuery,
  queryInteger,
  reason,
  seqNumber,
  stamp,
} from './kit.ts';

/** One thing that happened in public. `seq` is gapless within the feed. */
export const dealFlowItem = z.object({
  seq: seqNumber,
  at: stamp,
  kind: z.enum([
    'listing_admitted',
    'offer_scheduled',
    'offer_opened',
    'committed',
    'revoked',
    'soft_cap_reached',
    'hard_cap_reached',
    'offer_closing',
    'offer_funded',
    'offer_failed',
    'offer_cancelled',
    'trading_opened',
    'auction_result',
    'trading_halted',
    'trading_resumed',
    'call_terms_set',
  ]),
  listingId,
  offerId: offerId.nullable(),
  title: z.string(),
  organisationName: z.string(),
  sector: z.string(),
  /** Of the commitment, raised so far, or traded in the auction; null where no money is meant. */
  amount: amount.nullable(),
});
export type DealFlowItem = z.output<typeof dealFlowItem>;

export const totals = z.object({
  /** Feed seq up to which the totals count. */
  seq: seqNumber,
  openOffers: z.int().min(0),
  /** Committed to offers that are open or closing. */
  committed: amount,
  /** Raised by funded offers. */
  raised: amount,
  commitments: z.int().min(0),
  fundedVentures: z.int().min(0),
  holders: z.int().min(0),
});
export type Totals = z.output<typeof totals>;

const venue = z.object({
  name: z.string(),
  mode: z.enum(['SIMULATION', 'BULLETIN_BOARD', 'MTF']),
  /** Venue time now; in SIMULATION operators may move it ahead of real time. */
  now: stamp,
  /** Venue time minus real time, in milliseconds. */
  clockOffsetMs: z.int().min(0),
  /** What money is here: play money, the payment provider's test mode, or real money. */
  payments: z.enum(['wallet', 'test', 'live']),
  demo: z.boolean(),
  /** Only where the demo story is planted. */
  demoAccounts: z.array(
    z.object({ email: z.string(), password: z.string(), displayName: z.string(), role: z.string() }),
  ),
});
export type Venue = z.output<typeof venue>;

const mail = z.object({
  id: z.string(),
  at: stamp,
  to: z.string(),
  subject: z.string(),
  text: z.string(),
});
export type Mail = z.output<typeof mail>;

export const venueEndpoints = {
  'venue.read': endpoint({
    method: 'GET',
    path: '/venue',
    summary: 'The legal mode of the venue, its clock, and demo accounts where there are any.',
    access: 'public',
    ownership: 'none',
    reply: venue,
    status: 200,
    rejections: [],
    example: {},
    command: false,
  }),
  'dealFlow.read': endpoint({
    method: 'GET',
    path: '/deal-flow',
    summary: 'The public feed, newest first; with `after`, what followed that seq, oldest first.',
    access: 'public',
    ownership: 'none',
    query: z.object({
      after: queryInteger(0, 999_999_999_999_999).optional(),
      before: queryInteger(1, 999_999_999_999_999).optional(),
      limit: queryInteger(1, 200).optional(),
    }),
    reply: z.object({ items: z.array(dealFlowItem), totals }),
    status: 200,
    rejections: [],
    example: { query: { limit: '50' } },
    command: false,
  }),
  'desk.advanceClock': endpoint({
    method: 'POST',
    path: '/desk/clock/advance',
    summary: 'Move the venue clock ahead; every timer due on the way runs in order. Only in SIMULATION.',
    access: ['operator', 'administrator'],
    ownership: 'none',
    body: z.object({ byMs: z.int().min(1), reason }),
    reply: venue,
    status: 200,
    rejections: ['simulation_only', 'clock_out_of_range'],
    example: { body: { byMs: 60_000, reason: 'Showing the end of the reflection period' } },
    command: true,
  }),
  'desk.mail': endpoint({
    method: 'GET',
    path: '/desk/mail',
    summary: 'The mail outbox, newest first. Only in SIMULATION, where mail goes nowhere else.',
    access: ['operator', 'administrator'],
    ownership: 'none',
    query: pageQuery,
    reply: page(mail),
    status: 200,
    rejections: ['simulation_only'],
    example: { query: { limit: '20' } },
    command: false,
  }),
} as const;
