import { policy } from '@piazza/shared/policy';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';

/** What the venue asks for a commitment or a trade, as a fact among others; none until it is known. */
export function useFee(
  kind: 'commitmentBps' | 'tradeBps',
): readonly { readonly label: string; readonly value: string }[] {
  const { t } = useTranslation('ui');
  const format = useFormat();
  const bps = useApi('fees.read').data?.present[kind];
  if (bps === undefined) return [];
  const [rate, vat] = [format.rate(bps), format.rate(policy.vatBps)];
  return [{ label: t('fee.label'), value: bps === 0 ? t('fee.none') : t('fee.charged', { rate, vat }) }];
}
