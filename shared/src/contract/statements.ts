import { z } from 'zod';
import { locale } from './auth.ts';
import { commitmentId, endpoint, file, listingId, queryInteger } from './kit.ts';

const language = z.object({ language: locale });
const paper = {
  access: 'signed_in',
  reply: file,
  media: 'application/pdf',
  status: 200,
  command: false,
  perMinute: 30,
} as const;

/** Papers about one's own account. Each says what was, as of a day: asked for again later it has the same bytes. */
export const statementsEndpoints = {
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
