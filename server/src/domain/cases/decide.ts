import { policy } from '@piazza/shared/policy';
import { reject, type Rejection } from '@piazza/shared/rejections';
import { millis, type AlertId, type CaseId, type PersonId } from '@piazza/shared/values';
import { accept, refuse, type Context, type Decision } from '../core/index.ts';
import { hasRole } from '../people/index.ts';
import type { CasesCommand, CasesEvent } from './events.ts';
import { isConcerned, subjectsOf, type CasesView } from './queries.ts';
import type { Finding } from './state.ts';

type Command<K extends CasesCommand['kind']> = Extract<CasesCommand, { kind: K }>;
type Decided = Decision<CasesEvent>;

/** What is known already is answered with the alert that stands: a start that finds it again raises nothing. */
function decideRaise({ cases }: CasesView, finding: Finding, ctx: Context): Decided {
  const known = cases.keys.get(finding.key);
  if (known !== undefined) return accept([], { alert: known });
  const alert = ctx.newId('alert') as AlertId;
  const dueAt = millis(ctx.at + policy.surveillance.alertDueMs[finding.severity]);
  return accept([{ kind: 'cases.raised', alert, finding, at: ctx.at, dueAt }], { alert });
}

/** Precedence: not_found, conflict_of_interest, alert_settled. */
function alertRefusal(view: CasesView, id: AlertId, ctx: Context): Rejection | null {
  const alert = view.cases.alerts.get(id);
  if (alert === undefined) return reject('not_found');
  if (isConcerned(view.people, ctx.actor, alert.subjects)) return reject('conflict_of_interest');
  return alert.status === 'open' ? null : reject('alert_settled', { status: alert.status });
}

/** Precedence: not_found, conflict_of_interest, case_closed. */
function caseRefusal(view: CasesView, id: CaseId, ctx: Context): Rejection | null {
  const one = view.cases.cases.get(id);
  if (one === undefined) return reject('not_found');
  if (isConcerned(view.people, ctx.actor, subjectsOf(view.cases, one))) return reject('conflict_of_interest');
  return one.closed === null ? null : reject('case_closed');
}

/** Who looks after a case is an operator whom it is not about. Precedence: not_an_operator, conflict_of_interest. */
function assigneeRefusal(
  view: CasesView,
  assignee: PersonId | null,
  subjects: readonly PersonId[],
): Rejection | null {
  if (assignee === null) return null;
  if (!hasRole(view.people, assignee, 'operator')) return reject('not_an_operator');
  return isConcerned(view.people, assignee, subjects) ? reject('conflict_of_interest') : null;
}

function decideOpen(view: CasesView, { alert, assignee }: Command<'cases.open'>, ctx: Context): Decided {
  const subjects = view.cases.alerts.get(alert)?.subjects ?? [];
  const refusal = alertRefusal(view, alert, ctx) ?? assigneeRefusal(view, assignee, subjects);
  if (refusal !== null) return refuse(refusal);
  const id = ctx.newId('case') as CaseId;
  const dueAt = millis(ctx.at + policy.surveillance.caseDueMs);
  const by = ctx.actor as PersonId;
  return accept([{ kind: 'cases.opened', case: id, alert, assignee, by, at: ctx.at, dueAt }], { case: id });
}

/** An alert about its assignee leaves a case without one: nobody looks after what they are part of. */
function decideJoin(view: CasesView, { case: id, alert }: Command<'cases.join'>, ctx: Context): Decided {
  const refusal = caseRefusal(view, id, ctx) ?? alertRefusal(view, alert, ctx);
  if (refusal !== null) return refuse(refusal);
  const by = ctx.actor as PersonId;
  const events: CasesEvent[] = [{ kind: 'cases.joined', case: id, alert, by, at: ctx.at }];
  const assignee = view.cases.cases.get(id)?.assignee ?? null;
  const subjects = view.cases.alerts.get(alert)?.subjects ?? [];
  if (assignee !== null && isConcerned(view.people, assignee, subjects))
    events.push({ kind: 'cases.assigned', case: id, assignee: null, by, at: ctx.at });
  return accept(events, { case: id });
}

function decideAssign(
  view: CasesView,
  { case: id, assignee }: Command<'cases.assign'>,
  ctx: Context,
): Decided {
  const one = view.cases.cases.get(id);
  const subjects = one === undefined ? [] : subjectsOf(view.cases, one);
  const refusal = caseRefusal(view, id, ctx) ?? assigneeRefusal(view, assignee, subjects);
  if (refusal !== null) return refuse(refusal);
  if (one?.assignee === assignee) return accept([]);
  return accept([{ kind: 'cases.assigned', case: id, assignee, by: ctx.actor as PersonId, at: ctx.at }]);
}

/**
 * Alerts and cases. Nobody deals with what they are part of themselves, under whatever account: `conflict_of_interest`.
 * Precedence: not_found, conflict_of_interest, alert_settled | case_closed, not_an_operator.
 */
export function decideCases(view: CasesView, command: CasesCommand, ctx: Context): Decided {
  switch (command.kind) {
    case 'cases.raise':
      return decideRaise(view, command.finding, ctx);
    case 'cases.dismiss': {
      const refusal = alertRefusal(view, command.alert, ctx);
      if (refusal !== null) return refuse(refusal);
      const { alert, reason } = command;
      return accept([{ kind: 'cases.dismissed', alert, by: ctx.actor as PersonId, reason, at: ctx.at }]);
    }
    case 'cases.open':
      return decideOpen(view, command, ctx);
    case 'cases.join':
      return decideJoin(view, command, ctx);
    case 'cases.assign':
      return decideAssign(view, command, ctx);
    case 'cases.note': {
      const refusal = caseRefusal(view, command.case, ctx);
      if (refusal !== null) return refuse(refusal);
      const { case: id, words } = command;
      return accept([{ kind: 'cases.noted', case: id, by: ctx.actor as PersonId, words, at: ctx.at }]);
    }
  }
}
