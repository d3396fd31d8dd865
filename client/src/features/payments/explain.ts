import type { PaymentView } from '@piazza/shared/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';

const reasons = [
  'insufficient_funds',
  'card_declined',
  'generic_decline',
  'expired_card',
  'debit_not_authorized',
  'account_closed',
  'authentication_required',
] as const;

/** Says in words why a bank declined. */
export function useReason(): (code: string | null) => string {
  const { t } = useTranslation('payments');
  return (code) => {
    if (code === null) return t('reason.none');
    const known = reasons.find((one) => one === code);
    return known === undefined ? t('reason.other', { code }) : t(`reason.${known}`);
  };
}

/** Says in words where a payment stands, and what that means for its payer. */
export function useExplanation(): (payment: PaymentView) => string {
  const { t } = useTranslation('payments');
  const format = useFormat();
  const reasonOf = useReason();
  return ({ status, amount, waitsUntil, reversibleUntil, declined }) => {
    if (status === 'succeeded' && reversibleUntil !== null)
      return t('explain.succeededReversible', { until: format.date(reversibleUntil) });
    return t(`explain.${status}`, {
      amount: format.money(amount),
      until: waitsUntil === null ? '–' : format.dateTime(waitsUntil),
      reason: reasonOf(declined),
    });
  };
}
