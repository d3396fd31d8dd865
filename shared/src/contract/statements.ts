import { z } from 'zod';
import { locale } from './auth.ts';
import { commitmentId, endpoint, file, listingId, organisationId, queryInteger, stamp } from './kit.ts';

const language = z.object({ language: locale });
const paper = {
  access: 'signed_in',
  reply: file,
  media: 'application/pdf',
  status: 200,
  command: false,
  perMinute: 30,
} as const;

/** What moves an issuer's money, in the order it is told. */
export const issuerSums = [
  'raised',
  'fees',
  'vat',
  'kept',
  'paidOut',
  'toHolders',
  'ownIn',
  'ownOut',
  'other',
] as const;
export type IssuerSum = (typeof issuerSums)[number];

/** Euro as signed decimals. */
const signed = z.string();
const issuerStatement = z.object({
  /** What was free before the first day and after the last, and what of the proceeds was kept back then. */
  opening: signed,
  closing: signed,
  keptBack: signed,
  /** What moved it within the days: they lead from the opening to the closing. */
  sums: z.array(z.object({ kind: z.enum(issuerSums), change: signed })),
  /** The newest first, no more than a page of them; the papers have all. */
  lines: z.array(
    z.object({
      at: stamp,
      kind: z.enum(issuerSums),
      change: signed,
      balance: signed,
      title: z.string(),
      reference: z.string(),
    }),
  ),
  /** How many there are. */
  count: z.int().min(0),
  /** Nothing has ever moved before the end of the last day. */
  untouched: z.boolean(),
});
export type IssuerStatement = z.output<typeof issuerStatement>;

const ofIssuer = {
  access: ['enterprise'],
  ownership: 'organisation',
  params: z.object({ organisationId }),
  status: 200,
  command: false,
  perMinute: 30,
} as const;
const days = z.object({ from: z.iso.date(), to: z.iso.date() });
const someDays = { from: '2025-01-01', to: '2025-12-31' };

const issuers = {
  'statements.issuer': endpoint({
    method: 'GET',
    path: '/organisations/:organisationId/statement',
    summary: 'An organisation’s money over some days, as of their end: what moved it, and its lines.',
    ...ofIssuer,
    query: days,
    reply: issuerStatement,
    rejections: ['not_found', 'report_period_invalid', 'report_too_large'],
    example: { params: { organisationId: '$organisation' }, query: someDays },
  }),
  'statements.issuerPdf': endpoint({
    method: 'GET',
    path: '/organisations/:organisationId/statement/pdf',
    summary: 'Statement of an organisation’s money over some days, as of their end, as tagged PDF.',
    ...ofIssuer,
    query: days.extend({ language: locale }),
    reply: file,
    media: 'application/pdf',
    rejections: ['not_found', 'report_period_invalid', 'report_too_large'],
    example: { params: { organisationId: '$organisation' }, query: { ...someDays, language: 'it' } },
  }),
  'statements.issuerCsv': endpoint({
    method: 'GET',
    path: '/organisations/:organisationId/statement/csv',
    summary: 'The same lines as CSV, between the balance before and the balance after them.',
    ...ofIssuer,
    query: days,
    reply: z.string(),
    media: 'text/csv',
    rejections: ['not_found', 'report_period_invalid', 'report_too_large'],
    example: { params: { organisationId: '$organisation' }, query: someDays },
  }),
} as const;

/** Papers about one's own account. Each says what was, as of a day: asked for again later it has the same bytes. */
export const statementsEndpoints = {
  ...issuers,
  'statements.pdf': endpoint({
    method: 'GET',
    path: '/me/statement/pdf',
    summary: 'Statement of one’s account over some days, as of their end (Europe/Rome), as tagged PDF.',
    ...paper,
    ownership: 'none',
    query: language.extend({ from: z.iso.date(), to: z.iso.date() }),
    rejections: ['report_period_invalid', 'report_too_large'],
    example: { query: { language: 'en', from: '2025-01-01', to: '2025-12-31' } },
  }),
  'statements.commitmentNote': endpoint({
    method: 'GET',
    path: '/commitments/:commitmentId/note',
    summary: 'Contract note of the units allotted to a commitment, as tagged PDF.',
    ...paper,
    ownership: 'commitment',
    params: z.object({ commitmentId }),
    query: language,
    rejections: ['not_found', 'not_executed'],
    example: { params: { commitmentId: '$commitment' }, query: { language: 'en' } },
  }),
  'statements.tradeNote': endpoint({
    method: 'GET',
    path: '/me/trades/:listingId/:trade/note',
    summary: 'Contract note of one’s side of a trade, as tagged PDF.',
    ...paper,
    ownership: 'none',
    params: z.object({ listingId, trade: queryInteger(1, 1_000_000_000) }),
    query: language,
    rejections: ['not_found', 'report_too_large'],
    example: { params: { listingId: '$funded_listing', trade: '1' }, query: { language: 'en' } },
  }),
  'statements.tax': endpoint({
    method: 'GET',
    path: '/me/tax-summary',
    summary:
      'What a year brought, for a tax return: purchases, sales at average cost, payments of issuers, fees.',
    access: 'signed_in',
    ownership: 'none',
    query: z.object({ year: queryInteger(2000, 2200) }),
    reply: z.string(),
    media: 'text/csv',
    status: 200,
    rejections: ['report_too_large'],
    example: { query: { year: '2026' } },
    command: false,
    perMinute: 30,
  }),
} as const;
