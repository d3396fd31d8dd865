import type {
  DocumentId,
  ListingId,
  Millis,
  OrganisationId,
  PersonId,
  ReportId,
} from '@piazza/shared/values';
import type { Sealed } from '../core/index.ts';
import { initialInsiders, type InsidersState } from '../insiders/index.ts';

export type ReportKind = 'impact' | 'financial';
/** Why nobody trades an issue. */
export type Stop = 'report_late' | 'payment' | 'delisted';

/** What an issuer handed in as its report. */
export interface ReportFiling {
  readonly words: Sealed;
  /** What the indicator of the listing stands at; null for financial statements. */
  readonly figure: number | null;
  readonly documents: readonly DocumentId[];
  /** An operator accepts exactly this. */
  readonly contentHash: string;
  readonly by: PersonId;
  readonly at: Millis;
}

/** One report an issuer owes. Days of Europe/Rome counted since 1970. */
export interface Report {
  readonly id: ReportId;
  readonly listing: ListingId;
  readonly kind: ReportKind;
  /** Of its kind, from 1. */
  readonly number: number;
  readonly dueDay: number;
  /** The end of that day: late from here on. */
  readonly dueAt: Millis;
  readonly closedFrom: Millis;
  /** Of impact reports alone; nothing stops over a financial statement. Later where changes were asked for late. */
  suspendAt: Millis | null;
  delistAt: Millis | null;
  status: 'due' | 'filed' | 'changes_requested' | 'accepted';
  filing: ReportFiling | null;
  decided: { readonly words: Sealed; readonly by: PersonId; readonly at: Millis } | null;
  /** Since when trading is suspended over it. */
  suspended: Millis | null;
  /** An operator ended its closed period: what it tells is out already. */
  closedEnded: { readonly by: PersonId; readonly at: Millis; readonly reason: Sealed } | null;
}

/** A payment to holders on a day of Europe/Rome. */
export interface Payment {
  /** Counted within the issue, from 1. */
  readonly number: number;
  readonly day: number;
  readonly stopFrom: Millis;
  /** The beginning of its day. */
  readonly paidAt: Millis;
  readonly words: Sealed;
  readonly by: PersonId;
  readonly at: Millis;
  status: 'declared' | 'stopped' | 'paid' | 'withdrawn';
}

/** What a manager traded in the market of the venue on one day at a stretch, on one side at one price. */
export interface VenueTrade {
  /** Counted within the issue, from 1. */
  readonly number: number;
  /** The manager's entry in the insider list. */
  readonly entry: number;
  readonly side: 'buy' | 'sell';
  readonly priceCents: number;
  readonly day: number;
  /** Of the first of them. */
  readonly at: Millis;
  quantity: number;
  /** Number of the declaration that tells of it. */
  declared: number | null;
}

/** What a manager declared to have traded for themselves (MAR art. 19). */
export interface ManagerTrade {
  readonly listing: ListingId;
  /** Counted within the issue, from 1. */
  readonly number: number;
  /** The manager's entry in the insider list. */
  readonly entry: number;
  readonly person: PersonId | null;
  readonly side: 'buy' | 'sell';
  readonly quantity: number;
  readonly priceCents: number;
  readonly day: number;
  readonly onVenue: boolean;
  readonly by: PersonId;
  readonly at: Millis;
  /** Declared after the third business day. */
  readonly late: boolean;
  /** All of the manager's trades of that calendar year that were declared or done on the venue, this one included. */
  readonly yearCents: number;
  /** Numbers of the trades on the venue that it tells of; absent in older records. */
  readonly of?: readonly number[];
}

/** What one issue owes since it was funded. */
export interface Issue {
  readonly listing: ListingId;
  readonly organisation: OrganisationId;
  readonly since: Millis;
  readonly reports: ReportId[];
  readonly payments: Payment[];
  readonly trades: ManagerTrade[];
  readonly venueTrades: VenueTrade[];
  delistedAt: Millis | null;
  stop: Stop | null;
  closedPeriod: boolean;
}

/** Ongoing duties of an issue: reports and their dates, insiders, managers’ trades, closed periods. */
export interface DutiesState {
  readonly issues: Map<ListingId, Issue>;
  readonly reports: Map<ReportId, Report>;
  readonly insiders: InsidersState;
}
export const initialDuties = (): DutiesState => ({
  issues: new Map(),
  reports: new Map(),
  insiders: initialInsiders(),
});

/** Reports of an issue, in the order they were scheduled. */
export const reportsOf = (state: DutiesState, listing: ListingId): Report[] =>
  (state.issues.get(listing)?.reports ?? []).flatMap((id) => state.reports.get(id) ?? []);

/** Whether it is past its day and nothing acceptable was filed; whoever filed in time waits for an operator, not late. */
export const isOverdue = (report: Report, at: Millis): boolean =>
  report.status === 'accepted' || report.status === 'filed'
    ? (report.filing?.at ?? at) >= report.dueAt
    : at >= report.dueAt;

/** Reports that wait for an operator, oldest filing first. */
export const filedReports = (state: DutiesState): Report[] =>
  [...state.reports.values()].filter(({ status }) => status === 'filed');

/** Reports past their day that nobody has filed, or that have to be filed again. */
export const overdueReports = (state: DutiesState, at: Millis): Report[] =>
  [...state.reports.values()].filter(
    (one) =>
      one.status !== 'accepted' && one.status !== 'filed' && isOverdue(one, at) && isGoingOn(state, one),
  );

const isGoingOn = (state: DutiesState, { listing }: Report): boolean =>
  state.issues.get(listing)?.delistedAt === null;

/** A time in which insiders do not trade. `until` is null while it lasts. */
export interface ClosedPeriod {
  readonly report: ReportId;
  readonly from: Millis;
  readonly until: Millis | null;
}

const endOf = ({ decided, closedEnded, status }: Report): Millis | null =>
  closedEnded?.at ?? (status === 'accepted' ? (decided?.at ?? null) : null);

/**
 * Closed periods of an issue, past and coming: from 30 days before a report is due until it is out. One that came out
 * earlier had none.
 */
export const closedPeriodsOf = (state: DutiesState, listing: ListingId): ClosedPeriod[] =>
  reportsOf(state, listing).flatMap((report) => {
    const until = endOf(report);
    const { id, closedFrom: from } = report;
    return until !== null && until <= from ? [] : [{ report: id, from, until }];
  });
