import type { CaseOutcome, Detector, Severity } from '@piazza/shared/policy';
import type { AlertId, CaseId, ListingId, Millis, PersonId } from '@piazza/shared/values';
import type { Sealed } from '../core/index.ts';

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
}

/** Alerts of surveillance and the cases that operators make of them. */
export interface CasesState {
  readonly alerts: Map<AlertId, Alert>;
  /** By what they are about, so that nothing is raised twice. */
  readonly keys: Map<string, AlertId>;
  readonly cases: Map<CaseId, Case>;
}
export const initialCases = (): CasesState => ({ alerts: new Map(), keys: new Map(), cases: new Map() });
