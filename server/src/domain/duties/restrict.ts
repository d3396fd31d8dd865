import type { ListingId, Millis } from '@piazza/shared/values';
import type { Context } from '../core/index.ts';
import { restrictEvents } from '../market/index.ts';
import type { Issue, Payment, Report, Stop } from './state.ts';
import type { DutiesView, Events } from './view.ts';

/** What an issue will be like once what is decided now has happened. */
export interface After {
  readonly reports: readonly Report[];
  readonly payments: readonly Payment[];
  readonly delisted: boolean;
}

function stopOf({ reports, payments, delisted }: After): Stop | null {
  if (delisted) return 'delisted';
  if (reports.some(({ suspended, status }) => suspended !== null && status !== 'accepted'))
    return 'report_late';
  return payments.some(({ status }) => status === 'stopped') ? 'payment' : null;
}

const isClosed = ({ status, closedEnded, closedFrom }: Report, at: Millis): boolean =>
  status !== 'accepted' && closedEnded === null && closedFrom <= at;

/** Stops trading, lets it go on, begins or ends a closed period, where that is what now follows. */
export function restrictions(view: DutiesView, issue: Issue, after: After, ctx: Context): Events[] {
  const { listing } = issue;
  const stop = stopOf(after);
  const closedPeriod = !after.delisted && after.reports.some((report) => isClosed(report, ctx.at));
  if (stop === issue.stop && closedPeriod === issue.closedPeriod) return [];
  const market = view.markets.markets.get(listing);
  return [
    {
      kind: 'duties.restricted',
      listing,
      stop,
      closedPeriod,
      was: { stop: issue.stop, closedPeriod: issue.closedPeriod },
      at: ctx.at,
    },
    ...(market === undefined ? [] : restrictEvents(market, { stop, closedPeriod }, ctx)),
  ];
}

/** The issue as it is, but for what is given. */
export function afterwards(view: DutiesView, issue: Issue, change: Partial<After> = {}): After {
  return {
    reports: issue.reports.flatMap((id) => view.duties.reports.get(id) ?? []),
    payments: issue.payments,
    delisted: issue.delistedAt !== null,
    ...change,
  };
}

/** While an auction is being settled nothing may stop it half-way. */
export const isSettling = (view: DutiesView, listing: ListingId): boolean =>
  view.markets.markets.get(listing)?.phase === 'uncross';
