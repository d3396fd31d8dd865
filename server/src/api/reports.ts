import type { Locale, ReportName } from '@piazza/shared/contract';
import { dayOfDate, instantOf } from '@piazza/shared/calendar';
import { policy } from '@piazza/shared/policy';
import { reject } from '@piazza/shared/rejections';
import { orderIdOf, type ListingId } from '@piazza/shared/values';
import { evidenceOf, type EvidenceHead } from '../kernel/evidence.ts';
import { auditStream, type AuditLine } from '../projections/audit.ts';
import type { TradeFigures } from '../projections/effects.ts';
import { ordersStream, tradesStream, type OrderLine } from '../projections/streams.ts';
import {
  alerts,
  complaints,
  conflicts,
  decidedOffers,
  defaultRates,
  orders,
  projects,
  reportPdf,
  tabulate,
  trades,
  type OrderEvent,
  type Period,
  type Report,
  type Table,
  type TradeEvent,
} from '../reports/index.ts';
import type { ApiContext } from './context.ts';
import { csv } from './csv.ts';
import { Refused, type Handlers } from './handler.ts';
import { listingTexts, organisationName } from './present/words.ts';

type Names = 'reports.csv' | 'reports.pdf' | 'audit.export';

interface Asked {
  readonly language: Locale;
  readonly from: string;
  readonly to: string;
  readonly listingId?: ListingId | undefined;
}

const dayMs = 86_400_000;

/** @throws Refused report_period_invalid */
function periodOf({ from, to }: Asked): Period {
  const dayOf = (text: string): number => {
    const [year = 0, month = 1, date = 1] = text.split('-').map(Number);
    return dayOfDate(year, month, date);
  };
  const days = dayOf(to) - dayOf(from) + 1;
  if (days < 1 || days > policy.reportDays) throw new Refused(reject('report_period_invalid'));
  return { from, to, since: instantOf(dayOf(from), 0), until: instantOf(dayOf(to) + 1, 0) };
}

/** Lines of a stream that lie in the period, read in pages. @throws Refused report_too_large */
async function linesIn<L extends { readonly at: number }>(
  context: ApiContext,
  stream: string,
  { since, until }: Period,
  keep: (line: L) => boolean = () => true,
): Promise<L[]> {
  const found: L[] = [];
  let after = 0;
  for (;;) {
    const page = await context.history.page(stream, { after, limit: 1_000 });
    for (const { index, value } of page) {
      after = index;
      const line = value as L;
      if (line.at >= until) return found;
      if (line.at >= since && keep(line)) found.push(line);
    }
    if (found.length > policy.reportRows)
      throw new Refused(reject('report_too_large', { most: policy.reportRows }));
    if (page.length === 0) return found;
  }
}

async function ordersOf(context: ApiContext, listing: ListingId, period: Period): Promise<Report> {
  const accounts = await context.exchange.read(({ markets }) => {
    const market = markets.markets.get(listing);
    return market === undefined ? null : [...market.seats.keys()];
  });
  if (accounts === null) throw new Refused(reject('not_found'));
  await context.historySettled();
  const events: OrderEvent[] = [];
  for (const account of accounts) {
    const own = await linesIn<OrderLine>(
      context,
      ordersStream(account),
      period,
      (line) => line.listing === listing,
    );
    for (const line of own) events.push({ ...line, account, order: orderIdOf(line.order) });
    if (events.length > policy.reportRows)
      throw new Refused(reject('report_too_large', { most: policy.reportRows }));
  }
  return orders(events.toSorted((a, b) => a.at - b.at));
}

async function tradesOf(context: ApiContext, listing: ListingId, period: Period): Promise<Report> {
  const known = await context.exchange.read(({ markets }) => markets.markets.has(listing));
  if (!known) throw new Refused(reject('not_found'));
  await context.historySettled();
  const lines = await linesIn<TradeFigures>(context, tradesStream(listing), period);
  return trades(lines satisfies TradeEvent[]);
}

/** Names of owners and projects, which are sealed. */
async function projectsOf(context: ApiContext, period: Period): Promise<Report> {
  const picks = await context.exchange.read((state) =>
    decidedOffers(state, period).map(({ organisation, listing }) => ({
      organisation: structuredClone(state.organisations.organisations.get(organisation)),
      listing,
      texts: state.listings.listings.get(listing)?.content.texts,
    })),
  );
  const owners = new Map<string, string>();
  const titles = new Map<string, string>();
  for (const { organisation, listing, texts } of picks) {
    if (organisation !== undefined)
      owners.set(organisation.id, (await organisationName(context, organisation)).name);
    if (texts !== undefined) titles.set(listing, (await listingTexts(context, texts)).title);
  }
  return context.exchange.read((state) => projects(state, period, { owners, titles }));
}

async function reportOf(
  context: ApiContext,
  name: ReportName,
  asked: Asked,
  period: Period,
): Promise<Report> {
  const { exchange } = context;
  switch (name) {
    case 'projects':
      return projectsOf(context, period);
    case 'complaints':
      return exchange.read((state) => complaints(state, period, exchange.now()));
    case 'conflicts':
      return exchange.read((state) => conflicts(state, period));
    case 'alerts':
      return exchange.read((state) => alerts(state, period));
    case 'default_rates':
      return exchange.read((state) => defaultRates(state, period));
    case 'orders':
    case 'trades': {
      if (asked.listingId === undefined) throw new Refused(reject('not_found'));
      return (name === 'orders' ? ordersOf : tradesOf)(context, asked.listingId, period);
    }
  }
}

async function tableOf(context: ApiContext, name: ReportName, asked: Asked): Promise<Table & Period> {
  const period = periodOf(asked);
  return { ...tabulate(await reportOf(context, name, asked, period), asked.language, period), ...period };
}

const always: Period = { from: '', to: '', since: 0, until: Number.POSITIVE_INFINITY };

/** A trail with its proof. */
async function exportTrail(context: ApiContext, object: string) {
  await context.historySettled();
  const lines = await linesIn<AuditLine>(context, auditStream(object), always);
  if (lines.length === 0) throw new Refused(reject('not_found'));
  const evidence = await evidenceOf(
    context.journal,
    lines.map(({ seq }) => seq),
  );
  const head: EvidenceHead = { object, lines: evidence.length };
  const text = [head, ...evidence].map((line) => `${JSON.stringify(line)}\n`).join('');
  return { name: `audit-${object}.jsonl`, bytes: new TextEncoder().encode(text) };
}

/** Reports out. What is refused of a period is refused before anything is read. */
export const reportsHandlers = (context: ApiContext): Handlers<Names> => ({
  'audit.export': ({ params }) => exportTrail(context, params.object),
  'reports.csv': async ({ params, query }) => {
    const { columns, rows } = await tableOf(context, params.report, query);
    return csv([columns, ...rows]);
  },
  'reports.pdf': async ({ params, query }) => {
    const table = await tableOf(context, params.report, query);
    const name = `${params.report}-${table.from}-${table.to}-${table.language}.pdf`;
    return { name, bytes: await reportPdf(table, table.until - dayMs) };
  },
});
