import type { Onboarding } from '@piazza/shared/contract';
import { policy } from '@piazza/shared/policy';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import type { Step } from './standing.ts';

/** How one stands to a step, in a sentence. */
export function useStepText(): (step: Step | 'class', onboarding: Onboarding) => string {
  const { t } = useTranslation('onboarding');
  const format = useFormat();
  const day = (at: number | null): string => (at === null ? '' : format.date(at));
  const identity = ({ identity: said }: Onboarding): string => {
    if (said === null) return t('identity.none');
    return t(`identity.${said.status}`, {
      date: day(said.reviewedAt ?? said.submittedAt),
      limit: format.money(policy.identityApprovalFromCents),
      reason: said.reason,
    });
  };
  const knowledge = ({ knowledge: own }: Onboarding): string => {
    const { standing, correct, questions, validUntil } = own;
    if (own.open && standing !== 'passed') return t('knowledge.open');
    return t(`knowledge.${standing}`, { correct: correct ?? 0, questions, date: day(validUntil) });
  };
  const loss = ({ loss: own }: Onboarding): string => {
    if (!own.done) return t('loss.needed');
    const date = day(own.validUntil);
    return own.bearable === null
      ? t('loss.doneUnshared', { date })
      : t('loss.doneShared', { date, amount: format.money(own.bearable) });
  };
  const ofClass = ({ investorClass: { present, until, request } }: Onboarding): string => {
    if (request?.status === 'waiting') return t('investorClass.waiting', { date: day(request.at) });
    if (present === 'sophisticated') return t('investorClass.sophisticated', { date: day(until) });
    return request?.status === 'refused'
      ? t('investorClass.refused', { reason: request.reason })
      : t('investorClass.non_sophisticated');
  };
  return (step, onboarding) => ({ identity, knowledge, loss, class: ofClass })[step](onboarding);
}
