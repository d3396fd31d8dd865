import { z } from 'zod';
import { proposalView } from './approvals.ts';
import {
  amount,
  breakId,
  endpoint,
  listingId,
  nothing,
  outgoingId,
  page,
  pageQuery,
  reason,
  stamp,
} from './kit.ts';
import {
  breakView,
  moneyKinds,
  outgoingView,
  payeeStatuses,
  paymentView,
  reconciliationView,
} from './payments-views.ts';

const deskKinds = ['underway', 'failed', 'disputed', 'refunds'] as const;
const desk = ['operator', 'administrator'] as const;
const deskPayment = paymentView.extend({ payer: z.string() });
const deskOutgoing = outgoingView.extend({ holder: z.string(), payee: z.enum(payeeStatuses) });
const unclaimedView = z.object({
  /** Its number, counted from the first. */
  number: z.int().min(1),
  /** Who owes it: an issuer’s name; empty for the venue. */
  debtor: z.string(),
  /** The id under which its holder was known: it names nobody any more. */
  holder: z.string(),
  amount,
  /** Why it came, and the ids that explain it. */
  reason: z.enum(['distribution', 'withdrawal', 'refund', 'funding', 'other']),
  about: z.string(),
  since: stamp,
  /** Whole days that it has lain. */
  days: z.int().min(0),
});
export type UnclaimedView = z.output<typeof unclaimedView>;

/** What the desk sees and does of payments. */
export const deskPaymentsEndpoints = {
  'payments.desk': endpoint({
    method: 'GET',
    path: '/desk/payments',
    summary: 'Payments that are under way, failed, disputed, or on their way back; newest first.',
    access: desk,
    ownership: 'none',
    query: pageQuery.extend({ kind: z.enum(deskKinds).optional() }),
    reply: page(deskPayment),
    status: 200,
    rejections: [],
    example: { query: { kind: 'underway', limit: '20' } },
    command: false,
  }),
  'payments.outgoings': endpoint({
    method: 'GET',
    path: '/desk/outgoings',
    summary: 'Payouts and withdrawals: what waits for two persons, what is on its way, what came back.',
    access: desk,
    ownership: 'none',
    query: pageQuery,
    reply: page(deskOutgoing),
    status: 200,
    rejections: [],
    example: { query: { limit: '20' } },
    command: false,
  }),
  'payments.proposeRelease': endpoint({
    method: 'POST',
    path: '/desk/outgoings/:outgoingId/release',
    summary: 'Propose to let money leave; it leaves when another person agrees to exactly that.',
    access: ['operator'],
    ownership: 'none',
    params: z.object({ outgoingId }),
    body: z.object({ reason }),
    reply: proposalView,
    status: 201,
    rejections: [
      'payments_off',
      'not_found',
      'outgoing_closed',
      'payee_not_ready',
      'already_proposed',
      'conflict_of_interest',
    ],
    example: { params: { outgoingId: 'out_1' }, body: { reason: 'The offer is funded and nothing is open' } },
    command: true,
  }),
  'payments.unclaimed': endpoint({
    method: 'GET',
    path: '/desk/unclaimed',
    summary:
      'Money that came for people who have been erased, the oldest first, and payments to holders in which some are.',
    access: desk,
    ownership: 'none',
    query: pageQuery,
    reply: page(unclaimedView).extend({
      /** All of it. */
      total: amount,
      /** Payments to holders that are overdue, of which erased people are owed a part nobody knows yet. */
      owing: z.array(
        z.object({ listingId, number: z.int().min(1), since: stamp, issuer: z.string(), people: z.int() }),
      ),
    }),
    status: 200,
    rejections: [],
    example: { query: { limit: '20' } },
    command: false,
  }),
  'payments.breaks': endpoint({
    method: 'GET',
    path: '/desk/reconciliation',
    summary: 'The daily reconciliations with the provider, newest first, and the differences that are open.',
    access: desk,
    ownership: 'none',
    reply: z.object({
      money: z.enum(moneyKinds),
      runs: z.array(reconciliationView),
      breaks: z.array(breakView),
      /** Movements that only one side knows so far, and their sum (here less there). */
      waiting: z.int().min(0),
      difference: z.string(),
    }),
    status: 200,
    rejections: [],
    example: {},
    command: false,
  }),
  'payments.reconcile': endpoint({
    method: 'POST',
    path: '/desk/reconciliation',
    summary: 'Reconcile with the provider now.',
    access: desk,
    ownership: 'none',
    reply: nothing,
    status: 200,
    rejections: ['payments_off', 'provider_unavailable'],
    example: {},
    // Done twice it tells the same twice.
    command: false,
  }),
  'payments.explain': endpoint({
    method: 'POST',
    path: '/desk/reconciliation/:breakId/explain',
    summary: 'Say why a difference is right, or what was done about it.',
    access: desk,
    ownership: 'none',
    params: z.object({ breakId }),
    body: z.object({ reason }),
    reply: nothing,
    status: 200,
    rejections: ['payments_off', 'not_found', 'break_closed'],
    example: { params: { breakId: 'brk_1' }, body: { reason: 'A goodwill credit of the provider' } },
    command: true,
  }),
} as const;
