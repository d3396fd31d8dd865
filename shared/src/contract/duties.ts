import { z } from 'zod';
import {
  amount,
  documentId,
  endpoint,
  line,
  listingId,
  positiveQuantity,
  price,
  queryInteger,
  reason,
  reportId,
  stamp,
  text,
} from './kit.ts';

const reportKinds = ['impact', 'financial'] as const;
const tradingStops = ['report_late', 'payment', 'delisted'] as const;

const day = z.iso.date();

export const dutyReportStatuses = ['due', 'filed', 'changes_requested', 'accepted'] as const;
export type DutyReportStatus = (typeof dutyReportStatuses)[number];
const unaccepted: readonly DutyReportStatus[] = ['due', 'filed', 'changes_requested'];

/** A report that an issuer owes or has given. What it says is public once it was accepted. */
const dutyReport = z.object({
  id: reportId,
  listingId,
  kind: z.enum(reportKinds),
  /** Of its kind, from 1. */
  number: z.int(),
  dueOn: day,
  status: z.enum(dutyReportStatuses),
  /** Filed after its day, or past it and not filed. */
  late: z.boolean(),
  /** Trading is suspended over it. */
  suspended: z.boolean(),
  /** From when on a missing report suspends trading, and delists; null where nothing of the kind follows. */
  suspendsAt: stamp.nullable(),
  delistsAt: stamp.nullable(),
  filing: z
    .object({
      at: stamp,
      words: z.string(),
      /** What the indicator of the listing stands at; null for financial statements. */
      figure: z.number().nullable(),
      documents: z.array(documentId),
      contentHash: z.string(),
    })
    .nullable(),
  decided: z.object({ at: stamp, words: z.string() }).nullable(),
});
export type DutyReport = z.output<typeof dutyReport>;

const payment = z.object({
  number: z.int(),
  on: day,
  /** Nobody trades from here to the beginning of its day. */
  stopsFrom: stamp,
  resumesAt: stamp,
  status: z.enum(['declared', 'stopped', 'paid', 'withdrawn']),
  words: z.string(),
});

const managerTrade = z.object({
  number: z.int(),
  manager: z.string(),
  side: z.enum(['buy', 'sell']),
  quantity: positiveQuantity,
  price,
  amount,
  on: day,
  onVenue: z.boolean(),
  declaredAt: stamp,
  /** Declared after the third business day. */
  late: z.boolean(),
  /** All trades of the manager that were declared for that year until then. */
  yearAmount: amount,
});

const dutiesView = z.object({
  listingId,
  title: z.string(),
  /** What the figures of impact reports count. */
  indicator: z.string(),
  /** Null before the issue was funded. */
  since: stamp.nullable(),
  stop: z.enum(tradingStops).nullable(),
  delistedAt: stamp.nullable(),
  /** Insiders do not trade from `from` on until the report is out; the next one where none runs. */
  closedPeriod: z.object({ reportId, from: stamp, running: z.boolean(), reportDueOn: day }).nullable(),
  /** The next that is due first, then those that were accepted, newest first. */
  reports: z.array(dutyReport),
  payments: z.array(payment),
  trades: z.array(managerTrade),
});
export type DutiesView = z.output<typeof dutiesView>;

const insiderFacts = {
  name: line(200, 2),
  why: text(1_000, 3),
  /** Their own trades have to be declared. */
  manager: z.boolean(),
  from: day,
  /** The last day; null while it lasts. */
  until: day.nullable(),
};
const insiderVersion = z.object({ ...insiderFacts, by: z.string(), at: stamp });

/** One entry of an insider list, with every version of it, the newest first. */
const insiderView = insiderVersion.extend({
  entry: z.int(),
  /** Whether an account of the venue belongs to them; only operators learn it. */
  hasAccount: z.boolean().nullable(),
  versions: z.array(insiderVersion),
});
export type InsiderView = z.output<typeof insiderView>;

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
    summary: 'Write the next version of an entry; the ones before are kept.',
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
} as const;

/** What an issue owes after it was funded, and who knows more of it than others. */
export const dutiesEndpoints = { ...calendar, ...supervision, ...insiders } as const;
