import { z } from 'zod';
import { unaccepted, day, dutyReport, dutiesView, insiderFacts, insiderView } from './duties-views.ts';
import {
  documentId,
  endpoint,
  listingId,
  positiveQuantity,
  price,
  queryInteger,
  reason,
  reportId,
  text,
} from './kit.ts';

export { dutyReportStatuses } from './duties-views.ts';
export type { DutiesView, DutyReport, DutyReportStatus, InsiderView, ToDeclare } from './duties-views.ts';

const ofListing = z.object({ listingId });
const ofReport = z.object({ reportId });
const insiderBody = z.object({ ...insiderFacts, email: z.email().max(200).nullable() });
const exampleInsider = {
  name: 'Anna Prova',
  email: null,
  why: 'Keeps the accounts and sees them before they are filed',
  manager: true,
  from: '2026-01-15',
  until: null,
};
const issuers = { access: ['enterprise'], ownership: 'listing' } as const;
const changed = z.object({ insiders: z.array(insiderView) });
const hash = z.string().regex(/^[0-9a-f]{64}$/);

const calendar = {
  'duties.read': endpoint({
    method: 'GET',
    path: '/listings/:listingId/duties',
    summary:
      'What an issue owes and has given since it was funded: reports, payments to holders, trades of its managers.',
    access: 'public',
    ownership: 'none',
    params: ofListing,
    reply: dutiesView,
    status: 200,
    rejections: ['not_found'],
    example: { params: { listingId: '$duty' } },
    command: false,
  }),
  'duties.file': endpoint({
    method: 'POST',
    path: '/duty-reports/:reportId/filing',
    summary: 'File a report, or file it anew before it was accepted.',
    access: ['enterprise'],
    ownership: 'report',
    states: unaccepted,
    params: ofReport,
    body: z.object({
      words: text(20_000, 20),
      figure: z.int().min(0).max(1_000_000_000).nullable(),
      documents: z.array(documentId).max(20),
    }),
    reply: dutiesView,
    status: 200,
    rejections: ['not_found', 'not_allowed', 'illegal_state'],
    example: {
      params: { reportId: '$report' },
      body: { words: 'Eleven households have moved in, of forty.', figure: 11, documents: [] },
    },
    command: true,
    maxBody: 64 * 1024,
  }),
  'duties.declarePayment': endpoint({
    ...issuers,
    method: 'POST',
    path: '/listings/:listingId/payments',
    summary: 'Declare a payment to holders: nobody trades on the three days before it.',
    params: ofListing,
    body: z.object({ on: day, words: text(1_000, 3) }),
    reply: dutiesView,
    status: 201,
    rejections: ['not_found', 'not_allowed', 'illegal_state', 'payment_day_invalid'],
    example: { params: { listingId: '$duty' }, body: { on: '$payday', words: 'Interest for 2026' } },
    command: true,
  }),
  'duties.withdrawPayment': endpoint({
    ...issuers,
    method: 'POST',
    path: '/listings/:listingId/payments/:payment/withdraw',
    summary: 'Take back a payment that trading has not stopped for yet.',
    params: ofListing.extend({ payment: queryInteger(1, 10_000) }),
    reply: dutiesView,
    status: 200,
    rejections: ['not_found', 'not_allowed', 'illegal_state'],
    example: { params: { listingId: '$duty', payment: '1' } },
    command: true,
  }),
} as const;

const supervision = {
  'duties.overdue': endpoint({
    method: 'GET',
    path: '/desk/duty-reports',
    summary: 'Reports that wait for an operator, and those that are late.',
    access: ['operator'],
    ownership: 'none',
    reply: z.object({
      items: z.array(z.object({ report: dutyReport, title: z.string(), organisation: z.string() })),
    }),
    status: 200,
    rejections: [],
    example: {},
    command: false,
  }),
  'duties.decide': endpoint({
    method: 'POST',
    path: '/duty-reports/:reportId/decision',
    summary:
      'Accept exactly the filing with this hash, or ask for changes. The first impact report frees what was kept of the proceeds.',
    access: ['operator'],
    ownership: 'none',
    states: ['filed'],
    params: ofReport,
    body: z.object({ accept: z.boolean(), contentHash: hash, reason }),
    reply: dutiesView,
    status: 200,
    rejections: ['not_found', 'illegal_state', 'conflict_of_interest', 'content_changed'],
    example: {
      params: { reportId: '$report' },
      body: { accept: true, contentHash: '$filing', reason: 'Figures and evidence agree' },
    },
    command: true,
  }),
  'duties.endClosedPeriod': endpoint({
    method: 'POST',
    path: '/duty-reports/:reportId/closed-period/end',
    summary: 'End the closed period before a report whose news is public already.',
    access: ['operator'],
    ownership: 'none',
    states: unaccepted,
    params: ofReport,
    body: z.object({ reason }),
    reply: dutiesView,
    status: 200,
    rejections: ['not_found', 'illegal_state', 'conflict_of_interest'],
    example: { params: { reportId: '$report' }, body: { reason: 'The issuer has published its figures' } },
    command: true,
  }),
} as const;

const insiders = {
  'insiders.list': endpoint({
    method: 'GET',
    path: '/listings/:listingId/insiders',
    summary: 'The insider list of an issue with every version of its entries, for its issuer and operators.',
    access: ['enterprise', 'operator'],
    ownership: 'none',
    params: ofListing,
    reply: changed,
    status: 200,
    rejections: ['not_found'],
    example: { params: { listingId: '$duty' } },
    command: false,
  }),
  'insiders.export': endpoint({
    method: 'GET',
    path: '/listings/:listingId/insiders.csv',
    summary: 'The insider list with every version of its entries, as CSV.',
    access: ['enterprise', 'operator'],
    ownership: 'none',
    params: ofListing,
    reply: z.string(),
    status: 200,
    media: 'text/csv',
    rejections: ['not_found'],
    example: { params: { listingId: '$duty' } },
    command: false,
  }),
  'insiders.enter': endpoint({
    ...issuers,
    method: 'POST',
    path: '/listings/:listingId/insiders',
    summary: 'Enter somebody in the insider list.',
    params: ofListing,
    body: insiderBody,
    reply: changed,
    status: 201,
    rejections: ['not_found', 'not_allowed', 'insider_dates_invalid', 'insider_list_full'],
    example: { params: { listingId: '$duty' }, body: exampleInsider },
    command: true,
  }),
  'insiders.amend': endpoint({
    ...issuers,
    method: 'PUT',
    path: '/listings/:listingId/insiders/:entry',
    summary:
      'Write the next version of an entry; the ones before are kept, and so is its account where none is named.',
    params: ofListing.extend({ entry: queryInteger(1, 10_000) }),
    body: insiderBody,
    reply: changed,
    status: 200,
    rejections: ['not_found', 'not_allowed', 'insider_dates_invalid'],
    example: { params: { listingId: '$duty', entry: '1' }, body: { ...exampleInsider, until: '2026-12-31' } },
    command: true,
  }),
  'insiders.declareTrade': endpoint({
    method: 'POST',
    path: '/listings/:listingId/manager-trades',
    summary:
      'Declare what a manager traded in the issue for themselves, within three business days. By the issuer, or by the manager.',
    access: ['enterprise', 'investor'],
    ownership: 'none',
    params: ofListing,
    body: z.object({
      /** The manager’s entry in the insider list; null for one’s own. */
      entry: z.int().min(1).max(10_000).nullable(),
      side: z.enum(['buy', 'sell']),
      quantity: positiveQuantity,
      price,
      on: day,
      onVenue: z.boolean(),
    }),
    reply: dutiesView,
    status: 201,
    rejections: ['not_found', 'not_a_manager', 'trade_day_invalid'],
    example: {
      params: { listingId: '$duty' },
      body: { entry: 1, side: 'buy', quantity: 100, price: '10.00', on: '$today', onVenue: true },
    },
    command: true,
  }),
  'insiders.declareSeen': endpoint({
    method: 'POST',
    path: '/listings/:listingId/manager-trades/seen',
    summary:
      'Declare what the venue has seen a manager trade on a day, as it was. By the manager, or by the issuer what has to be declared.',
    access: ['investor', 'enterprise'],
    ownership: 'none',
    params: ofListing,
    body: z.object({
      /** The manager’s entry in the insider list; null for one’s own. */
      entry: z.int().min(1).max(10_000).nullable(),
      on: day,
    }),
    reply: dutiesView,
    status: 201,
    rejections: ['not_found', 'not_a_manager', 'nothing_to_change', 'trade_day_invalid'],
    example: { params: { listingId: '$duty' }, body: { entry: null, on: '$today' } },
    command: true,
  }),
} as const;

/** What an issue owes after it was funded, and who knows more of it than others. */
export const dutiesEndpoints = { ...calendar, ...supervision, ...insiders } as const;
