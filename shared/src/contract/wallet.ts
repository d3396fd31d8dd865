import { z } from 'zod';
import { amount, endpoint, listingId, page, pageQuery, positiveAmount, quantity, stamp } from './kit.ts';

/** Money of a person at the venue. Pledges are promises: they hold nothing until captured. */
const wallet = z.object({
  /** Cash that nothing holds. What is pledged is still in it: free to commit is what is available less what is pledged. */
  available: amount,
  /** Captured commitments, held until allotment. */
  held: amount,
  /** Commitments still in their reflection period; they will be captured out of what is available. */
  pledged: amount,
});
export type Wallet = z.output<typeof wallet>;

const statementLine = z.object({
  id: z.string(),
  at: stamp,
  /** What moved: top_up, capture, release, settlement, retention, trade_buy, trade_sell, … */
  kind: z.string(),
  asset: z.string(),
  /** Change of what is available; negative when it left. Euro as a decimal string, units as a whole number. */
  change: z.string(),
  /** After the line: what is available, and what open orders hold of it. */
  balance: z.string(),
  subject: z.record(z.string(), z.string()),
});
export type StatementLine = z.output<typeof statementLine>;

const holding = z.object({
  listingId,
  title: z.string(),
  organisationName: z.string(),
  instrument: z.string(),
  units: quantity,
  cost: amount,
  sharePerMille: z.int().min(0).max(1000),
  since: stamp,
});
export type Holding = z.output<typeof holding>;

export const walletEndpoints = {
  'wallet.read': endpoint({
    method: 'GET',
    path: '/me/wallet',
    summary: 'Cash of the signed-in person.',
    access: 'signed_in',
    ownership: 'none',
    reply: wallet,
    status: 200,
    rejections: [],
    example: {},
    command: false,
  }),
  'wallet.topUp': endpoint({
    method: 'POST',
    path: '/me/wallet/top-up',
    summary: 'Add play money. Only in SIMULATION.',
    access: ['investor'],
    ownership: 'none',
    body: z.object({ amount: positiveAmount }),
    reply: wallet,
    status: 200,
    rejections: ['simulation_only', 'no_play_money', 'amount_out_of_range'],
    example: { body: { amount: '5000.00' } },
    command: true,
  }),
  'wallet.statement': endpoint({
    method: 'GET',
    path: '/me/statement',
    summary: 'Every movement of cash and units of the signed-in person, newest first.',
    access: 'signed_in',
    ownership: 'none',
    query: pageQuery,
    reply: page(statementLine),
    status: 200,
    rejections: [],
    example: { query: { limit: '20' } },
    command: false,
  }),
  'wallet.statementCsv': endpoint({
    method: 'GET',
    path: '/me/statement.csv',
    summary: 'The whole statement as CSV, oldest first.',
    access: 'signed_in',
    ownership: 'none',
    reply: z.string(),
    status: 200,
    media: 'text/csv',
    rejections: [],
    example: {},
    command: false,
  }),
  'holdings.mine': endpoint({
    method: 'GET',
    path: '/me/holdings',
    summary: 'What the signed-in person owns, from the register of holders.',
    access: 'signed_in',
    ownership: 'none',
    reply: z.object({ items: z.array(holding) }),
    status: 200,
    rejections: [],
    example: {},
    command: false,
  }),
} as const;
