import type { AlertId, CaseId, Millis, PersonId } from '@piazza/shared/values';
import type { CaseOutcome } from '@piazza/shared/policy';
import type { Needs, Sealed } from '../core/index.ts';
import type { Finding } from './state.ts';

export type CasesCommand =
  | { readonly kind: 'cases.raise'; readonly finding: Finding }
  | { readonly kind: 'cases.dismiss'; readonly alert: AlertId; readonly reason: Sealed }
  | { readonly kind: 'cases.open'; readonly alert: AlertId; readonly assignee: PersonId | null }
  | { readonly kind: 'cases.join'; readonly case: CaseId; readonly alert: AlertId }
  | { readonly kind: 'cases.assign'; readonly case: CaseId; readonly assignee: PersonId | null }
  | { readonly kind: 'cases.note'; readonly case: CaseId; readonly words: Sealed };

/**
 * People stand inside of what an event carries, never beside its kind: the audit trail of a person, which others may come
 * to read, must not tell that somebody is looked at (MAR art. 16, 2016/957 art. 5: confidential).
 */
export type CasesEvent =
  | {
      readonly kind: 'cases.raised';
      readonly alert: AlertId;
      readonly finding: Finding;
      readonly at: Millis;
      readonly dueAt: Millis;
    }
  | {
      readonly kind: 'cases.dismissed';
      readonly alert: AlertId;
      readonly by: PersonId;
      readonly reason: Sealed;
      readonly at: Millis;
    }
  | {
      readonly kind: 'cases.opened';
      readonly case: CaseId;
      readonly alert: AlertId;
      readonly assignee: PersonId | null;
      readonly by: PersonId;
      readonly at: Millis;
      readonly dueAt: Millis;
    }
  | {
      readonly kind: 'cases.joined';
      readonly case: CaseId;
      readonly alert: AlertId;
      readonly by: PersonId;
      readonly at: Millis;
    }
  | {
      readonly kind: 'cases.assigned';
      readonly case: CaseId;
      readonly assignee: PersonId | null;
      readonly by: PersonId;
      readonly at: Millis;
    }
  | {
      readonly kind: 'cases.noted';
      readonly case: CaseId;
      readonly by: PersonId;
      readonly words: Sealed;
      readonly at: Millis;
    }
  | {
      readonly kind: 'cases.closed';
      readonly case: CaseId;
      readonly outcome: CaseOutcome;
      readonly words: Sealed;
      readonly maker: PersonId;
      readonly checker: PersonId;
      readonly at: Millis;
    }
  /** Their time being over, their words are kept no longer. */
  | {
      readonly kind: 'cases.swept';
      readonly alerts: readonly AlertId[];
      readonly cases: readonly CaseId[];
      readonly at: Millis;
    };

export const casesNeeds: Needs<CasesCommand> = {
  'cases.raise': 'venue',
  'cases.dismiss': 'operator',
  'cases.open': 'operator',
  'cases.join': 'operator',
  'cases.assign': 'operator',
  'cases.note': 'operator',
};
