import type { NoticeKind } from '@piazza/shared/contract';
import { dayOf } from '@piazza/shared/calendar';
import { policy } from '@piazza/shared/policy';
import type { PersonId } from '@piazza/shared/values';
import { declareBefore, managersIn, yearCents, type DutiesEvent } from '../domain/duties/index.ts';
import type { MarketMoved } from '../domain/market/index.ts';
import { insidersOf } from '../domain/insiders/index.ts';
import type { VenueEvent, VenueState } from '../domain/venue/index.ts';
import { representativesOf, tell, type Effects } from './effects.ts';

/** Whom, which message, and what it is about. */
export type DutyNotice = readonly [PersonId, NoticeKind, Readonly<Record<string, string>>];

export const isOfDuties = (event: VenueEvent): event is DutiesEvent => event.kind.startsWith('duties.');

const iso = (at: number): string => new Date(at).toISOString();

/** Who acts for the issuer, and who holds units: each once. */
function concerned(state: VenueState, listing: string): PersonId[] {
  const holders = state.register.holders.get(listing as never)?.keys() ?? [];
  return [...new Set([...representativesOf(state, listing), ...holders])];
}

type Restricted = Extract<DutiesEvent, { kind: 'duties.restricted' }>;

/** A stop and its end are told to all holders; the beginning of a closed period to the insiders it keeps from trading. */
function restricted(state: VenueState, event: Restricted): readonly DutyNotice[] {
  const { listing, stop, closedPeriod, was, at } = event;
  const told: DutyNotice[] = [];
  if (stop !== was.stop) {
    const kind = stop === null ? 'trading_allowed' : (`trading_stopped_${stop}` as const);
    for (const person of concerned(state, listing)) told.push([person, kind, { listing }]);
  }
  const organisation = state.duties.issues.get(listing)?.organisation;
  if (closedPeriod && !was.closedPeriod && organisation !== undefined)
    for (const person of insidersOf(state, listing, organisation, at))
      told.push([person, 'closed_period_begun', { listing }]);
  return told;
}

function toIssuer(event: DutiesEvent): readonly [NoticeKind, Readonly<Record<string, string>>] | null {
  switch (event.kind) {
    case 'duties.reminded':
      return [
        `${event.reportKind}_report_${event.late ? 'late' : 'due'}`,
        { report: event.report, until: iso(event.dueAt - 1) },
      ];
    case 'duties.decided':
      return [event.accepted ? 'report_accepted' : 'report_changes_requested', { report: event.report }];
    default:
      return null;
  }
}

/**
 * What a manager is told who has traded: on the first trade of a day, and once more when the year's threshold is reached
 * meanwhile.
 */
export function managerNotices(state: VenueState, event: MarketMoved): readonly DutyNotice[] {
  const { listing, at } = event;
  const issue = state.duties.issues.get(listing);
  const moves = issue === undefined ? [] : managersIn(state, event);
  if (issue === undefined || moves.length === 0) return [];
  const day = dayOf(at);
  const until = iso(declareBefore(day) - 1);
  const entries = new Map(moves.map(({ entry, person }) => [entry, person]));
  return [...entries].flatMap(([entry, person]): DutyNotice[] => {
    const now = moves.filter((one) => one.entry === entry);
    const [cents, units] = [
      now.reduce((sum, one) => sum + one.quantity * one.priceCents, 0),
      now.reduce((sum, one) => sum + one.quantity, 0),
    ];
    const today = issue.venueTrades.filter((one) => one.entry === entry && one.day === day);
    const first = today.reduce((sum, { quantity }) => sum + quantity, 0) === units;
    const [year, threshold] = [yearCents(issue, entry, day), policy.duties.managerTradesYearCents];
    const owed = year >= threshold;
    if (!first && !(owed && year - cents < threshold)) return [];
    return [[person, owed ? 'manager_trade_owed' : 'manager_trade_seen', { listing, until }]];
  });
}

/** What an event of the duties of an issue says to those whom it concerns. */
export function dutyNotices(state: VenueState, event: VenueEvent): readonly DutyNotice[] {
  if (!isOfDuties(event)) return [];
  const { listing } = event;
  if (event.kind === 'duties.payment_declared') {
    const subject = { listing, until: iso(event.payment.paidAt), from: iso(event.payment.stopFrom) };
    return concerned(state, listing).map((person) => [person, 'payment_declared', subject]);
  }
  if (event.kind === 'duties.restricted') return restricted(state, event);
  const notice = toIssuer(event);
  if (notice === null) return [];
  const [kind, more] = notice;
  return representativesOf(state, listing).map((person) => [person, kind, { listing, ...more }]);
}

/** Dates, stops and what was filed are for everybody; each reads as much of it as they may. */
export function dutiesChanged(effects: Effects, event: DutiesEvent): void {
  tell(effects, 'public', `duties:${event.listing}`);
  tell(effects, 'operators', 'reports');
}
