import { z } from 'zod';
import { proposalView } from './approvals.ts';
import { endpoint, listingId, personId, price, reason } from './kit.ts';
import { marketCalendar, marketModels, marketView } from './markets.ts';
import { cancelledOrders } from './orders.ts';

/** start: a session now; extend: two more minutes of call; halt; resume: by a call; close: end the session now. */
export const marketActs = ['start', 'extend', 'halt', 'resume', 'close'] as const;
export type MarketAct = (typeof marketActs)[number];

const params = z.object({ listingId });
const exampleCalendar = {
  sessions: [
    {
      preOpenMinute: 540,
      callMinute: 570,
      freezeMinute: 598,
      endMinute: 600,
      closeMinute: 1050,
      weekdays: [1, 2, 3, 4, 5],
    },
  ],
  everyDay: false,
};

/** Whom a stop of trading is for: one account, one listing, or the whole venue. */
const blockTarget = z.discriminatedUnion('scope', [
  z.object({ scope: z.literal('account'), personId }),
  z.object({ scope: z.literal('listing'), listingId }),
  z.object({ scope: z.literal('venue') }),
]);
export type BlockTarget = z.output<typeof blockTarget>;

const tradingBlocks = z.object({
  venue: z.boolean(),
  listings: z.array(listingId),
  accounts: z.array(z.object({ personId, displayName: z.string() })),
});

/** What operators do with markets. Each act is a command with a reason. */
export const tradingDeskEndpoints = {
  'markets.open': endpoint({
    method: 'POST',
    path: '/desk/markets/:listingId/open',
    summary: 'Admit a funded, transferable issue to trading.',
    access: ['operator'],
    ownership: 'none',
    states: ['funded'],
    params,
    body: z.object({ model: z.enum(marketModels), calendar: marketCalendar, reason }),
    reply: marketView,
    status: 201,
    rejections: [
      'not_found',
      'illegal_state',
      'not_transferable',
      'already_trading',
      'matching_forbidden',
      'calendar_invalid',
      'conflict_of_interest',
    ],
    example: {
      params: { listingId: '$funded_listing' },
      body: { model: 'auction', calendar: exampleCalendar, reason: 'The issue is fully delivered' },
    },
    command: true,
  }),
  'markets.configure': endpoint({
    method: 'POST',
    path: '/desk/markets/:listingId/configure',
    summary: 'Change the model or the calendar of a market that is closed.',
    access: ['operator'],
    ownership: 'none',
    params,
    body: z.object({ model: z.enum(marketModels), calendar: marketCalendar, reason }),
    reply: marketView,
    status: 200,
    rejections: [
      'not_found',
      'phase_forbids',
      'matching_forbidden',
      'calendar_invalid',
      'conflict_of_interest',
    ],
    example: {
      params: { listingId: '$market' },
      body: { model: 'continuous', calendar: exampleCalendar, reason: 'A liquidity provider has signed' },
    },
    command: true,
  }),
  'markets.act': endpoint({
    method: 'POST',
    path: '/desk/markets/:listingId/act',
    summary: 'Start, extend, halt, resume or close the session of a market by hand.',
    access: ['operator'],
    ownership: 'none',
    params,
    body: z.object({ act: z.enum(marketActs), reason }),
    reply: marketView,
    status: 200,
    rejections: [
      'not_found',
      'phase_forbids',
      'matching_forbidden',
      'trading_blocked',
      'conflict_of_interest',
    ],
    example: { params: { listingId: '$market' }, body: { act: 'halt', reason: 'News is expected' } },
    command: true,
  }),
  'markets.proposeTerms': endpoint({
    method: 'POST',
    path: '/desk/markets/:listingId/call-terms',
    summary:
      'Propose another reference price, a wider collar, or both, for the next auction alone; a halted market resumes with them when another operator agrees.',
    access: ['operator'],
    ownership: 'none',
    params,
    body: z.object({
      reference: price.nullable(),
      /** Hundredths of a percent either side of the reference. */
      collarBps: z.int().nullable(),
      /** Shown to everybody on the page of the market. */
      reason,
    }),
    reply: proposalView,
    status: 201,
    rejections: [
      'not_found',
      'already_proposed',
      'conflict_of_interest',
      'matching_forbidden',
      'trading_suspended',
      'phase_forbids',
      'trading_blocked',
      'off_tick',
      'call_collar_out_of_bounds',
      'nothing_to_change',
    ],
    example: {
      params: { listingId: '$market' },
      body: {
        reference: '24.00',
        collarBps: 2_000,
        reason: 'The accounts are out: the price is another one',
      },
    },
    command: true,
  }),
  'desk.tradingBlocks': endpoint({
    method: 'GET',
    path: '/desk/trading-blocks',
    summary: 'What is stopped from trading now.',
    access: ['operator'],
    ownership: 'none',
    reply: tradingBlocks,
    status: 200,
    rejections: [],
    example: {},
    command: false,
  }),
  'desk.blockTrading': endpoint({
    method: 'POST',
    path: '/desk/trading-blocks',
    summary: 'The kill switch: stop an account, a listing or the venue from trading, or let it trade again.',
    access: ['operator'],
    ownership: 'none',
    body: z.object({
      target: blockTarget,
      blocked: z.boolean(),
      /** Also cancel every order of the target. */
      cancelOrders: z.boolean(),
      reason,
    }),
    reply: tradingBlocks,
    status: 200,
    rejections: ['not_found', 'nothing_to_change'],
    example: {
      body: {
        target: { scope: 'venue' },
        blocked: true,
        cancelOrders: false,
        reason: 'A test of the switch',
      },
    },
    command: true,
  }),
  'desk.cancelOrders': endpoint({
    method: 'POST',
    path: '/desk/orders/cancel',
    summary: 'Cancel every order of an account, a listing or the venue.',
    access: ['operator'],
    ownership: 'none',
    body: z.object({ target: blockTarget, reason }),
    reply: cancelledOrders,
    status: 200,
    rejections: ['not_found'],
    example: { body: { target: { scope: 'venue' }, reason: 'A test of the switch' } },
    command: true,
  }),
} as const;
