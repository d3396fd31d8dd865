import { existing } from '../core/index.ts';
import { writeInsider } from '../insiders/index.ts';
import type { DutiesEvent } from './events.ts';
import type { DutiesState, Report } from './state.ts';

type Of<K extends DutiesEvent['kind']> = Extract<DutiesEvent, { kind: K }>;

function begun(state: DutiesState, { listing, organisation, at: since }: Of<'duties.begun'>): void {
  state.issues.set(listing, {
    listing,
    organisation,
    since,
    reports: [],
    payments: [],
    trades: [],
    venueTrades: [],
    delistedAt: null,
    stop: null,
    closedPeriod: false,
  });
}

function scheduled(state: DutiesState, { report: id, listing, as }: Of<'duties.scheduled'>): void {
  existing(state.issues, listing, 'issue').reports.push(id);
  state.reports.set(id, {
    id,
    listing,
    ...as,
    status: 'due',
    filing: null,
    decided: null,
    suspended: null,
    closedEnded: null,
  });
}

function decided(report: Report, event: Of<'duties.decided'>): void {
  const { accepted, words, by, at, suspendAt, delistAt } = event;
  report.status = accepted ? 'accepted' : 'changes_requested';
  report.decided = { words, by, at };
  report.suspendAt = suspendAt;
  report.delistAt = delistAt;
  if (accepted) report.suspended = null;
}

function ofReport(
  state: DutiesState,
  event: Of<'duties.filed' | 'duties.decided' | 'duties.suspended' | 'duties.closed_period_ended'>,
): void {
  const report = existing(state.reports, event.report, 'report');
  switch (event.kind) {
    case 'duties.filed':
      report.status = 'filed';
      report.filing = event.filing;
      return;
    case 'duties.decided':
      decided(report, event);
      return;
    case 'duties.suspended':
      report.suspended = event.at;
      return;
    case 'duties.closed_period_ended':
      report.closedEnded = { by: event.by, at: event.at, reason: event.reason };
  }
}

type OfIssue = Of<
  | 'duties.delisted'
  | 'duties.restricted'
  | 'duties.payment_declared'
  | 'duties.payment_moved'
  | 'duties.trade_declared'
>;

function ofIssue(state: DutiesState, event: OfIssue): void {
  const issue = existing(state.issues, event.listing, 'issue');
  switch (event.kind) {
    case 'duties.delisted':
      issue.delistedAt = event.at;
      return;
    case 'duties.restricted':
      issue.stop = event.stop;
      issue.closedPeriod = event.closedPeriod;
      return;
    case 'duties.payment_declared':
      issue.payments.push({ ...event.payment, status: 'declared' });
      return;
    case 'duties.payment_moved': {
      const payment = issue.payments[event.number - 1];
      if (payment !== undefined) payment.status = event.to;
      return;
    }
    case 'duties.trade_declared':
      issue.trades.push(event.trade);
      for (const number of event.trade.of ?? []) {
        const one = issue.venueTrades[number - 1];
        if (one !== undefined) one.declared = event.trade.number;
      }
  }
}

export function evolveDuties(state: DutiesState, event: DutiesEvent): void {
  switch (event.kind) {
    case 'duties.begun':
      begun(state, event);
      return;
    case 'duties.scheduled':
      scheduled(state, event);
      return;
    case 'duties.reminded':
      return;
    case 'duties.insider_entered':
      writeInsider(state.insiders, event.listing, event.entry, event.version);
      return;
    case 'duties.filed':
    case 'duties.decided':
    case 'duties.suspended':
    case 'duties.closed_period_ended':
      ofReport(state, event);
      return;
    case 'duties.delisted':
    case 'duties.restricted':
    case 'duties.payment_declared':
    case 'duties.payment_moved':
    case 'duties.trade_declared':
      ofIssue(state, event);
  }
}
