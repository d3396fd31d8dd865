import { policy } from '@piazza/shared/policy';
import { dayOf } from '@piazza/shared/calendar';
import { reject } from '@piazza/shared/rejections';
import {
  basisPoints,
  cents,
  shareOf,
  type Millis,
  type PersonId,
  type ReportId,
} from '@piazza/shared/values';
import { accept, existing, refuse, type Context, type Decision } from '../core/index.ts';
import { isGone } from '../documents/index.ts';
import { account, available, EUR, type LedgerEvent } from '../ledger/index.ts';
import { payoutTimer } from '../proceeds/index.ts';
import { represents, standsFor } from '../organisations/index.ts';
import { clearTimer, setTimer } from '../schedule/index.ts';
import { datesOf, nextStepAt, startOf, yearsLater } from './calendar.ts';
import type { DutiesCommand, DutiesEvent } from './events.ts';
import { afterwards, restrictions } from './restrict.ts';
import type { Issue, Report, ReportKind } from './state.ts';
import type { DutiesView, Events } from './view.ts';

type Of<K extends DutiesCommand['kind']> = Extract<DutiesCommand, { kind: K }>;

export const stepTimer = (report: ReportId): string => `duty:${report}`;

/** A report with its timer, as it is when it is scheduled. */
export interface Scheduled {
  readonly report: Report;
  readonly events: Events[];
}

export function schedule(
  listing: Issue['listing'],
  kind: ReportKind,
  number: number,
  dueDay: number,
  ctx: Context,
): Scheduled {
  const id = ctx.newId('report') as ReportId;
  const as = { kind, number, ...datesOf(kind, dueDay) };
  const report: Report = {
    id,
    listing,
    ...as,
    status: 'due',
    filing: null,
    decided: null,
    suspended: null,
    closedEnded: null,
  };
  const next = nextStepAt(report, ctx.at);
  const events: Events[] = [{ kind: 'duties.scheduled', report: id, listing, as }];
  if (next !== null) events.push(setTimer(stepTimer(id), next, { kind: 'duties.step', report: id }));
  return { report, events };
}

/**
 * The issuer files a report, or files it anew before anybody has decided.
 * Precedence: not_found, not_allowed, illegal_state.
 */
export function decideFile(view: DutiesView, command: Of<'duties.file'>, ctx: Context): Decision<Events> {
  const report = view.duties.reports.get(command.report);
  const issue = report && view.duties.issues.get(report.listing);
  if (report === undefined || issue === undefined) return refuse(reject('not_found'));
  if (!represents(view.organisations, ctx.actor, issue.organisation)) return refuse(reject('not_allowed'));
  if (report.status === 'accepted' || issue.delistedAt !== null)
    return refuse(
      reject('illegal_state', { status: issue.delistedAt === null ? report.status : 'delisted' }),
    );
  const known = command.documents.every((id) => {
    const document = view.documents.byId.get(id);
    return document?.organisation === issue.organisation && !isGone(document);
  });
  if (!known) return refuse(reject('not_found'));
  const { words, figure, documents, contentHash } = command;
  const by = ctx.actor as PersonId;
  const filing = { words, figure, documents, contentHash, by, at: ctx.at };
  const late = ctx.at >= report.dueAt;
  return accept<Events>([{ kind: 'duties.filed', report: report.id, listing: issue.listing, filing, late }], {
    report: report.id,
  });
}

/** What was kept back of the proceeds goes to the issuer with its first accepted impact report (DOMAIN §5). */
function release(view: DutiesView, issue: Issue, report: Report, { at }: Context): Events[] {
  if (report.kind !== 'impact' || report.number !== 1) return [];
  const { offer: id } = existing(view.listings.listings, issue.listing, 'listing');
  const offer = id === null ? undefined : view.offers.offers.get(id);
  if (offer === undefined) return [];
  const from = account.retention(issue.organisation);
  const kept = shareOf(cents(offer.proceedsCents), basisPoints(policy.retention));
  const amount = Math.min(kept, available(view.ledger, from));
  if (amount <= 0) return [];
  const to = account.proceeds(issue.organisation);
  const subject = { offer: offer.id, listing: issue.listing };
  const posted: LedgerEvent = {
    kind: 'ledger.posted',
    from,
    to,
    asset: EUR,
    amount,
    reason: 'retention',
    subject,
  };
  return [posted, ...payoutTimer(view, issue.organisation, report.id, at)];
}

const decidedOf = (
  report: Report,
  { accept: accepted, words }: Of<'duties.decide'>,
  { suspendAt, delistAt }: Pick<Report, 'suspendAt' | 'delistAt'>,
  ctx: Context,
): DutiesEvent => ({
  kind: 'duties.decided',
  report: report.id,
  listing: report.listing,
  accepted,
  words,
  by: ctx.actor as PersonId,
  at: ctx.at,
  suspendAt,
  delistAt,
});

const clear = (view: DutiesView, report: Report): Events[] =>
  view.schedule.timers.has(stepTimer(report.id)) ? [clearTimer(stepTimer(report.id))] : [];

function acceptReport(
  view: DutiesView,
  issue: Issue,
  report: Report,
  command: Of<'duties.decide'>,
  ctx: Context,
): Events[] {
  const { listing } = issue;
  const next = schedule(listing, report.kind, report.number + 1, yearsLater(report.dueDay, 1), ctx);
  const { reports } = afterwards(view, issue);
  const others = reports.filter(({ id }) => id !== report.id);
  const after = afterwards(view, issue, { reports: [...others, next.report] });
  return [
    decidedOf(report, command, report, ctx),
    ...clear(view, report),
    ...next.events,
    ...release(view, issue, report, ctx),
    ...restrictions(view, issue, after, ctx),
  ];
}

/** Asked for changes when it is late already, the issuer has some days before anything follows. */
function askForChanges(
  view: DutiesView,
  report: Report,
  command: Of<'duties.decide'>,
  ctx: Context,
): Events[] {
  const least = startOf(dayOf(ctx.at) + policy.duties.changesDays + 1);
  const later = (at: Millis | null): Millis | null => (at === null || at > least ? at : least);
  const suspendAt = report.suspended === null ? later(report.suspendAt) : report.suspendAt;
  const dates = { suspendAt, delistAt: later(report.delistAt) };
  const next = nextStepAt({ ...report, ...dates, status: 'changes_requested' }, ctx.at);
  return [
    decidedOf(report, command, dates, ctx),
    ...clear(view, report),
    ...(next === null
      ? []
      : [setTimer(stepTimer(report.id), next, { kind: 'duties.step', report: report.id })]),
  ];
}

/**
 * An operator accepts exactly the filing with this hash, or asks for changes. Accepted, the next report of its kind is
 * scheduled a year on, trading that was suspended over it goes on and its closed period ends.
 * Precedence: not_found, illegal_state, conflict_of_interest, content_changed.
 */
export function decideDecide(view: DutiesView, command: Of<'duties.decide'>, ctx: Context): Decision<Events> {
  const report = view.duties.reports.get(command.report);
  const issue = report && view.duties.issues.get(report.listing);
  if (report === undefined || issue === undefined) return refuse(reject('not_found'));
  if (report.status !== 'filed' || report.filing === null || issue.delistedAt !== null)
    return refuse(
      reject('illegal_state', { status: issue.delistedAt === null ? report.status : 'delisted' }),
    );
  if (standsFor(view, ctx.actor, issue.organisation)) return refuse(reject('conflict_of_interest'));
  if (report.filing.contentHash !== command.contentHash) return refuse(reject('content_changed'));
  const events = command.accept
    ? acceptReport(view, issue, report, command, ctx)
    : askForChanges(view, report, command, ctx);
  return accept(events, { report: report.id });
}

/**
 * An operator ends the closed period before a report whose news is out already.
 * Precedence: not_found, illegal_state, conflict_of_interest.
 */
export function decideEndClosedPeriod(
  view: DutiesView,
  { report: id, reason }: Of<'duties.endClosedPeriod'>,
  ctx: Context,
): Decision<Events> {
  const report = view.duties.reports.get(id);
  const issue = report && view.duties.issues.get(report.listing);
  if (report === undefined || issue === undefined) return refuse(reject('not_found'));
  // Also ahead of time: what is out already, nobody has to wait for.
  if (report.status === 'accepted' || report.closedEnded !== null || issue.delistedAt !== null)
    return refuse(reject('illegal_state', { status: 'no_closed_period' }));
  if (standsFor(view, ctx.actor, issue.organisation)) return refuse(reject('conflict_of_interest'));
  const by = ctx.actor as PersonId;
  const ended = { by, at: ctx.at, reason };
  const { reports } = afterwards(view, issue);
  const after = afterwards(view, issue, {
    reports: reports.map((one) => (one.id === id ? { ...one, closedEnded: ended } : one)),
  });
  return accept<Events>([
    { kind: 'duties.closed_period_ended', report: id, listing: issue.listing, ...ended },
    ...restrictions(view, issue, after, ctx),
  ]);
}
