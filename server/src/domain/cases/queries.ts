import type { PersonId } from '@piazza/shared/values';
import { samePerson, type PeopleState } from '../people/index.ts';
import type { Alert, Case, CasesState } from './state.ts';

export interface CasesView {
  readonly people: PeopleState;
  readonly cases: CasesState;
}

/** Accounts that a case is about. */
export const subjectsOf = (state: CasesState, one: Pick<Case, 'alerts'>): readonly PersonId[] => [
  ...new Set(one.alerts.flatMap((alert) => state.alerts.get(alert)?.subjects ?? [])),
];

/** Whether somebody would be judging themselves, under whatever account. */
export const isConcerned = (people: PeopleState, who: string, subjects: readonly PersonId[]): boolean =>
  subjects.some((subject) => samePerson(people, who, subject));

/** What of an alert or a case a queue shows; `since` and `dueAt` in ms of venue time. */
export interface Waiting {
  readonly id: string;
  readonly since: number;
  readonly dueAt: number;
  readonly assignee: PersonId | null;
  readonly subjects: readonly PersonId[];
}

/** Alerts that nobody has dealt with, those due first at the top. */
export const openAlerts = (
  state: CasesState,
): (Waiting & Pick<Alert, 'detector' | 'severity' | 'listing'>)[] =>
  [...state.alerts.values()]
    .filter(({ status }) => status === 'open')
    .toSorted((a, b) => a.dueAt - b.dueAt)
    .map(({ id, raisedAt: since, dueAt, subjects, detector, severity, listing }) => {
      return { id, since, dueAt, assignee: null, subjects, detector, severity, listing };
    });

/** Cases that are not closed, those due first at the top. */
export const openCases = (state: CasesState): (Waiting & { readonly alerts: number })[] =>
  [...state.cases.values()]
    .filter(({ closed }) => closed === null)
    .toSorted((a, b) => a.dueAt - b.dueAt)
    .map((one) => {
      const { id, openedAt: since, dueAt, assignee, alerts } = one;
      return { id, since, dueAt, assignee, subjects: subjectsOf(state, one), alerts: alerts.length };
    });
