import { reject, type Rejection } from '@piazza/shared/rejections';
import type { CaseOutcome } from '@piazza/shared/policy';
import type { CaseId, PersonId } from '@piazza/shared/values';
import type { Context, Sealed } from '../core/index.ts';
import type { CasesEvent } from './events.ts';
import { isConcerned, subjectsOf, type CasesView } from './queries.ts';

/** A case is closed when two operators agree how it ends. */
export interface CaseAct {
  readonly kind: 'case_closing';
  readonly case: CaseId;
  readonly outcome: CaseOutcome;
  readonly words: Sealed;
}

/** Precedence: not_found, case_closed, conflict_of_interest; asked of who proposes and of who agrees. */
function closingRefusal(view: CasesView, act: CaseAct, ctx: Context): Rejection | null {
  const one = view.cases.cases.get(act.case);
  if (one === undefined) return reject('not_found');
  if (one.closed !== null) return reject('case_closed');
  return isConcerned(view.people, ctx.actor, subjectsOf(view.cases, one))
    ? reject('conflict_of_interest')
    : null;
}

/** What was read of the case when its end was proposed: another alert or note, and it must be read again. */
function revisionOf({ cases }: CasesView, act: CaseAct): string {
  const one = cases.cases.get(act.case);
  return one === undefined ? '' : `${one.alerts.length} ${one.notes.length}`;
}

export const caseActs = {
  case_closing: {
    need: 'operator' as const,
    confidential: true,
    parties: ({ cases }: CasesView, act: CaseAct): readonly PersonId[] => {
      const one = cases.cases.get(act.case);
      return one === undefined ? [] : subjectsOf(cases, one);
    },
    refusal: closingRefusal,
    revision: revisionOf,
    events: (_view: unknown, act: CaseAct, maker: string, ctx: Context): CasesEvent[] => [
      {
        kind: 'cases.closed',
        case: act.case,
        outcome: act.outcome,
        words: act.words,
        maker: maker as PersonId,
        checker: ctx.actor as PersonId,
        at: ctx.at,
      },
    ],
  },
};
