import { policy, type CaseOutcome, type Detector, type Severity } from '@piazza/shared/policy';
import type { AlertId, CaseId, ListingId, Millis, PersonId } from '@piazza/shared/values';
import type { Sealed, Swept } from '../core/index.ts';

/** What a detector found: facts of the journal, and no words. */
export interface Finding {
  readonly detector: Detector;
  readonly severity: Severity;
  /** Null where it is about money alone. */
  readonly listing: ListingId | null;
  /** Accounts it is about, sorted. */
  readonly subjects: readonly PersonId[];
  /** The same for the same thing, however often it is found: detector, market, people and window. */
  readonly key: string;
  readonly from: Millis;
  readonly to: Millis;
  /** Records that show it, oldest first, and orders by their number. */
  readonly seqs: readonly number[];
  readonly orders: readonly number[];
  /** Named numbers; the ending of a name tells the measure: Cents, Bps, Ms. */
  readonly figures: Readonly<Record<string, number>>;
}

export type AlertStatus = 'open' | 'dismissed' | 'in_case';

export interface Alert extends Finding {
  readonly id: AlertId;
  readonly raisedAt: Millis;
  readonly dueAt: Millis;
  status: AlertStatus;
  case: CaseId | null;
  dismissed: { readonly by: PersonId; readonly at: Millis; readonly reason: Sealed } | null;
  /** When its reason was removed, its time being over. */
  sweptAt: Millis | null;
}

export interface Note {
  readonly by: PersonId;
  readonly at: Millis;
  readonly words: Sealed;
}

export interface Closing {
  readonly outcome: CaseOutcome;
  readonly words: Sealed;
  /** Who proposed it, and who agreed. */
  readonly maker: PersonId;
  readonly checker: PersonId;
  readonly at: Millis;
}

export interface Case {
  readonly id: CaseId;
  readonly openedBy: PersonId;
  readonly openedAt: Millis;
  readonly dueAt: Millis;
  readonly alerts: AlertId[];
  assignee: PersonId | null;
  readonly notes: Note[];
  closed: Closing | null;
  /** When its words were removed, their time being over. */
  sweptAt: Millis | null;
}

/** Alerts of surveillance and the cases that operators make of them. */
export interface CasesState {
  readonly alerts: Map<AlertId, Alert>;
  /** By what they are about, so that nothing is raised twice. */
  readonly keys: Map<string, AlertId>;
  readonly cases: Map<CaseId, Case>;
}
export const initialCases = (): CasesState => ({ alerts: new Map(), keys: new Map(), cases: new Map() });

/** Whether what ended then has been kept for as long as it is to be (delegated regulation 2016/957 art. 3(8)). */
const isOver = (end: { readonly at: Millis } | null, sweptAt: Millis | null, at: number): boolean =>
  end !== null && sweptAt === null && at >= end.at + policy.casesKeptMs;

/** Alerts that were dismissed and cases that were closed so long ago that their words are kept no longer. */
export const sweepableCases = ({ alerts, cases }: CasesState, at: number) => ({
  alerts: [...alerts.values()].filter((one) => isOver(one.dismissed, one.sweptAt, at)).map(({ id }) => id),
  cases: [...cases.values()].filter((one) => isOver(one.closed, one.sweptAt, at)).map(({ id }) => id),
});

/** Texts of alerts and cases whose time is over. */
export function sweptCases({ alerts, cases }: CasesState): Swept {
  const ofAlerts = [...alerts.values()].flatMap(({ sweptAt, dismissed }) =>
    sweptAt === null || dismissed === null ? [] : [dismissed.reason.ref],
  );
  const ofCases = [...cases.values()].flatMap(({ sweptAt, notes, closed }) =>
    sweptAt === null ? [] : [...notes, ...(closed === null ? [] : [closed])].map(({ words }) => words.ref),
  );
  return { subjects: [], refs: [...ofAlerts, ...ofCases] };
}
