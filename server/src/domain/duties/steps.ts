import { millis, type ListingId } from '@piazza/shared/values';
import { boardEmptied } from '../board/index.ts';
import { existing, type Context } from '../core/index.ts';
import { transition } from '../listings/index.ts';
import { clearTimer, setTimer, type DutiesTimer } from '../schedule/index.ts';
import { firstDueDay, nextStepAt, stepsAt } from './calendar.ts';
import { afterwards, isSettling, restrictions } from './restrict.ts';
import { schedule, stepTimer } from './reports.ts';
import type { Issue, Report } from './state.ts';
import type { DutiesView, Events } from './view.ts';

/** An auction is settled in well less than this. */
const RETRY_MS = 1_000;

/** An issue was funded: its first reports are scheduled. */
export function decideBegin(view: DutiesView, listing: ListingId, ctx: Context): Events[] {
  if (view.duties.issues.has(listing)) return [];
  const { organisation } = existing(view.listings.listings, listing, 'listing');
  return [
    { kind: 'duties.begun', listing, organisation, at: ctx.at },
    ...schedule(listing, 'impact', 1, firstDueDay('impact', ctx.at), ctx).events,
    ...schedule(listing, 'financial', 1, firstDueDay('financial', ctx.at), ctx).events,
  ];
}

/** Issues of earlier versions that were funded without a calendar. */
export const withoutDuties = ({ listings, duties }: Pick<DutiesView, 'listings' | 'duties'>): ListingId[] =>
  [...listings.listings.values()]
    .filter(({ id, status }) => status === 'funded' && !duties.issues.has(id))
    .map(({ id }) => id);

/** Begins them, from now on: nobody is late with what nobody had asked for. */
export const decideBeginMissing = (view: DutiesView, ctx: Context): Events[] =>
  withoutDuties(view).flatMap((listing) => decideBegin(view, listing, ctx));

/** A year without the report: trading is over for good, orders and posts leave, holders keep their units. */
function delist(view: DutiesView, issue: Issue, report: Report, ctx: Context): Events[] {
  const { listing } = issue;
  const { reports } = afterwards(view, issue);
  const others = reports.filter(({ id }) => id !== report.id);
  const waiting = [
    ...others.map(({ id }) => stepTimer(id)),
    ...issue.payments.map(({ number }) => paymentTimer(listing, number)),
  ].filter((id) => view.schedule.timers.has(id));
  return [
    { kind: 'duties.delisted', report: report.id, listing, at: ctx.at },
    transition(existing(view.listings.listings, listing, 'listing'), 'delisted', ctx),
    ...waiting.map(clearTimer),
    ...boardEmptied(view.board, listing),
    ...restrictions(view, issue, afterwards(view, issue, { delisted: true }), ctx),
  ];
}

export const paymentTimer = (listing: ListingId, number: number): string => `payment:${listing}.${number}`;

/** The day has come to begin a closed period, to remind, to suspend or to delist over a report. */
export function decideStep(
  view: DutiesView,
  { report: id, of }: Extract<DutiesTimer, { kind: 'duties.step' }>,
  ctx: Context,
): Events[] {
  const report = existing(view.duties.reports, id, 'report');
  const issue = existing(view.duties.issues, report.listing, 'issue');
  const due = of ?? ctx.at;
  if (!isSettling(view, issue.listing)) return stepEvents(view, issue, report, due, ctx);
  const again = { kind: 'duties.step', report: id, of: due } as const;
  return [setTimer(stepTimer(id), millis(ctx.at + RETRY_MS), again)];
}

/** @param at the instant that was due; a moment ago where an auction was being settled then */
function stepEvents(
  view: DutiesView,
  issue: Issue,
  report: Report,
  at: Context['at'],
  ctx: Context,
): Events[] {
  const { listing } = issue;
  const { id, kind: reportKind, dueAt } = report;
  const steps = stepsAt(report, at);
  const missing = report.status === 'due' || report.status === 'changes_requested';
  if (steps.has('delist') && missing) return delist(view, issue, report, ctx);
  const suspends = steps.has('suspend') && missing && report.suspended === null;
  const events: Events[] = [];
  if (missing && (steps.has('remind') || steps.has('late')))
    events.push({ kind: 'duties.reminded', report: id, listing, reportKind, dueAt, late: steps.has('late') });
  if (suspends) events.push({ kind: 'duties.suspended', report: id, listing, at: ctx.at });
  const { reports } = afterwards(view, issue);
  const after = afterwards(view, issue, {
    reports: reports.map((one) => (suspends && one.id === id ? { ...one, suspended: ctx.at } : one)),
  });
  events.push(...restrictions(view, issue, after, ctx));
  const next = nextStepAt(report, at);
  if (next !== null) events.push(setTimer(stepTimer(id), next, { kind: 'duties.step', report: id }));
  return events;
}
