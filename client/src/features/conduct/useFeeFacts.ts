import type { FeeSchedule } from '@piazza/shared/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';

/** The four fees in the reader's words. */
export function useFeeFacts() {
  const { t } = useTranslation('conduct');
  const format = useFormat();
  return ({ commitmentBps, tradeBps, successBps, admission }: FeeSchedule['present']) => [
    { label: t('fee.commitment'), value: format.rate(commitmentBps) },
    { label: t('fee.trade'), value: format.rate(tradeBps) },
    { label: t('fee.success'), value: format.rate(successBps) },
    { label: t('fee.admission'), value: format.moneyExact(admission) },
  ];
}
