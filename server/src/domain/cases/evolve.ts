import { existing } from '../core/index.ts';
import type { CasesEvent } from './events.ts';
import type { CasesState } from './state.ts';

function raise(state: CasesState, event: Extract<CasesEvent, { kind: 'cases.raised' }>): void {
  const { alert: id, finding, at: raisedAt, dueAt } = event;
  state.alerts.set(id, {
    ...finding,
    id,
    raisedAt,
    dueAt,
    status: 'open',
    case: null,
    dismissed: null,
    sweptAt: null,
  });
  state.keys.set(finding.key, id);
}

type Linking = Extract<CasesEvent, { kind: 'cases.opened' | 'cases.joined' }>;

function link(state: CasesState, event: Linking): void {
  const alert = existing(state.alerts, event.alert, 'alert');
  alert.status = 'in_case';
  alert.case = event.case;
  if (event.kind === 'cases.joined') {
    existing(state.cases, event.case, 'case').alerts.push(event.alert);
    return;
  }
  const { case: id, by: openedBy, at: openedAt, dueAt, assignee } = event;
  const alerts = [event.alert];
  state.cases.set(id, {
    id,
    openedBy,
    openedAt,
    dueAt,
    assignee,
    alerts,
    notes: [],
    closed: null,
    sweptAt: null,
  });
}

/** Folds one event into alerts and cases. @throws Impossible when it does not fit */
export function evolveCases(state: CasesState, event: CasesEvent): void {
  switch (event.kind) {
    case 'cases.raised':
      raise(state, event);
      return;
    case 'cases.dismissed': {
      const alert = existing(state.alerts, event.alert, 'alert');
      const { by, at, reason } = event;
      alert.status = 'dismissed';
      alert.dismissed = { by, at, reason };
      return;
    }
    case 'cases.opened':
    case 'cases.joined':
      link(state, event);
      return;
    case 'cases.assigned':
      existing(state.cases, event.case, 'case').assignee = event.assignee;
      return;
    case 'cases.noted': {
      const { by, at, words } = event;
      existing(state.cases, event.case, 'case').notes.push({ by, at, words });
      return;
    }
    case 'cases.swept':
      for (const id of event.alerts) existing(state.alerts, id, 'alert').sweptAt = event.at;
      for (const id of event.cases) existing(state.cases, id, 'case').sweptAt = event.at;
      return;
    case 'cases.closed': {
      const { outcome, words, maker, checker, at } = event;
      existing(state.cases, event.case, 'case').closed = { outcome, words, maker, checker, at };
    }
  }
}
