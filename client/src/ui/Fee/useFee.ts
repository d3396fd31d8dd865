import { policy } from '@piazza/shared/policy';
import { shareWithVat } from '@piazza/shared/values';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';

/** What the venue asks for a commitment or a trade. Nothing is said of it until it is known. */
export interface ShownFee {
  /** Cents it takes of an amount, VAT included; by the arithmetic it is charged with. */
  readonly of: (cents: number) => number;
  /** As a fact among others. @param total cents that it comes to */
  readonly facts: (total: number) => readonly { readonly label: string; readonly value: string }[];
}

export function useFee(kind: 'commitmentBps' | 'tradeBps'): ShownFee {
  const { t } = useTranslation('ui');
  const format = useFormat();
  const bps = useApi('fees.read').data?.present[kind];
  return {
    of: (cents) => shareWithVat(cents, bps ?? 0, policy.vatBps).totalCents,
    facts: (total) => {
      if (bps === undefined) return [];
      const [rate, vat] = [format.rate(bps), format.rate(policy.vatBps)];
      const amount = format.moneyExact(total);
      const value = bps === 0 ? t('fee.none') : t('fee.charged', { amount, rate, vat });
      return [{ label: t('fee.label'), value }];
    },
  };
}
