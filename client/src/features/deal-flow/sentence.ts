import type { DealFlowItem } from '@piazza/shared/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';

/** Says what happened, without saying to whom: the feed carries nobody's name. */
export function useSentence(): (item: DealFlowItem) => string {
  const { t } = useTranslation('dealFlow');
  const format = useFormat();
  return ({ kind, amount }) => t(`kind.${kind}`, { amount: format.money(amount ?? 0) });
}
