import { policy } from '@piazza/shared/policy';
import { dayOf, dayOfDate, instantOf, tradingDaysAfter, yearOf, type Day } from '@piazza/shared/calendar';
import type { Millis } from '@piazza/shared/values';
import type { Report, ReportKind } from './state.ts';

const { duties } = policy;

/** The same date so many years later; of a leap day, the first of March. */
export function yearsLater(day: Day, years: number): Day {
  const date = new Date(day * 86_400_000);
  return dayOfDate(date.getUTCFullYear() + years, date.getUTCMonth() + 1, date.getUTCDate());
}

export const startOf = (day: Day): Millis => instantOf(day, 0);

/** The day by which the first report of a kind is there, for an issue funded then. */
export const firstDueDay = (kind: ReportKind, fundedAt: Millis): Day =>
  kind === 'impact'
    ? dayOf((fundedAt + policy.impactReportDueMs) as Millis)
    : dayOfDate(yearOf(dayOf(fundedAt)) + 1, duties.statementMonth, duties.statementDate);

/** All that follows from the day on which a report is due. */
export function datesOf(
  kind: ReportKind,
  dueDay: Day,
): Pick<Report, 'dueDay' | 'dueAt' | 'closedFrom' | 'suspendAt' | 'delistAt'> {
  const impact = kind === 'impact';
  return {
    dueDay,
    dueAt: startOf(dueDay + 1),
    closedFrom: startOf(dueDay - duties.closedPeriodDays),
    suspendAt: impact ? startOf(dueDay + duties.suspendAfterDays + 1) : null,
    delistAt: impact ? startOf(yearsLater(dueDay, duties.delistAfterYears) + 1) : null,
  };
}

/** What is to be done about a report at an instant. */
export type Step = 'closed' | 'remind' | 'late' | 'suspend' | 'delist';

function stepsOf(report: Report): [Step, Millis][] {
  const { dueDay, closedFrom, suspendAt, delistAt, status } = report;
  const steps: [Step, Millis][] = [['closed', closedFrom]];
  for (const days of duties.remindDaysBefore) steps.push(['remind', startOf(dueDay - days)]);
  if (status === 'accepted') return steps;
  const lastDay = yearsLater(dueDay, duties.delistAfterYears);
  for (let day = dueDay + 1; day <= lastDay; day += duties.remindLateDays) steps.push(['late', startOf(day)]);
  if (suspendAt !== null) steps.push(['suspend', suspendAt]);
  if (delistAt !== null) steps.push(['delist', delistAt]);
  return steps;
}

/** What is due about the report at exactly that instant. */
export const stepsAt = (report: Report, at: Millis): ReadonlySet<Step> =>
  new Set(stepsOf(report).flatMap(([step, when]) => (when === at ? [step] : [])));

/** When something is next to be done about the report; null where nothing is. */
export function nextStepAt(report: Report, after: Millis): Millis | null {
  let next: Millis | null = null;
  for (const [, when] of stepsOf(report)) if (when > after && (next === null || when < next)) next = when;
  return next;
}

/** The last day on which a trade of that day is declared in time: so many business days later (MAR art. 19(1)). */
export const declareBy = (day: Day): Day => tradingDaysAfter(day, duties.managerTradeDays);

/** The first instant at which a trade of that day is declared too late. */
export const declareBefore = (day: Day): Millis => startOf(declareBy(day) + 1);
