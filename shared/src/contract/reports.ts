import { z } from 'zod';
import { idPrefixes } from '../values/index.ts';
import { endpoint, file, listingId } from './kit.ts';
import { locale } from './auth.ts';

/** What the venue reports, to its authority and to itself. */
export const reportNames = [
  'projects',
  'complaints',
  'conflicts',
  'default_rates',
  'alerts',
  'orders',
  'trades',
] as const;
export type ReportName = (typeof reportNames)[number];

const report = z.object({ report: z.enum(reportNames) });
const query = z.object({
  language: locale,
  /** First and last day, Europe/Rome; at most 366 days. */
  from: z.iso.date(),
  to: z.iso.date(),
  /** Of orders and trades alone, which are those of one listing. */
  listingId: listingId.optional(),
});

const desk = ['operator', 'administrator'] as const;
const example = {
  params: { report: 'projects' },
  query: { language: 'en', from: '2026-01-01', to: '2026-12-31' },
};

const kinds = Object.values(idPrefixes).join('|');
const anyObject = z.string().regex(new RegExp(`^(?:${kinds})_[0-9a-z]{1,12}$`));

/** Reports out, as tables. Confidential: they are the desk's alone. */
export const reportsEndpoints = {
  'audit.export': endpoint({
    method: 'GET',
    path: '/desk/audit/:object/export',
    summary:
      'The audit trail of an object as JSON lines, each record with the batch of the journal that proves it; `npm run journal -- check` compares it.',
    access: desk,
    ownership: 'none',
    params: z.object({ object: anyObject }),
    reply: file,
    media: 'application/octet-stream',
    status: 200,
    rejections: ['not_found', 'report_too_large'],
    example: { params: { object: '$draft' } },
    command: false,
    perMinute: 30,
  }),
  'reports.csv': endpoint({
    method: 'GET',
    path: '/desk/reports/:report/csv',
    summary: 'A report over a period as CSV (UTF-8 with BOM, RFC 4180).',
    access: desk,
    ownership: 'none',
    params: report,
    query,
    reply: z.string(),
    media: 'text/csv',
    status: 200,
    rejections: ['not_found', 'report_period_invalid', 'report_too_large'],
    example,
    command: false,
    perMinute: 30,
  }),
  'reports.pdf': endpoint({
    method: 'GET',
    path: '/desk/reports/:report/pdf',
    summary: 'A report over a period as tagged PDF. The same content gives the same bytes.',
    access: desk,
    ownership: 'none',
    params: report,
    query,
    reply: file,
    media: 'application/pdf',
    status: 200,
    rejections: ['not_found', 'report_period_invalid', 'report_too_large'],
    example,
    command: false,
    perMinute: 30,
  }),
} as const;
