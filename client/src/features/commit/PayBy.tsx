import { NativeSelect } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import styles from './AmountStep.module.css';
import { useMethodText } from './method-text.ts';
import type { Flow } from './useFlow.ts';

/** Out of the balance, or by a card or account left with the payment provider. Nothing to choose with play money. */
export function PayBy({ flow }: { readonly flow: Flow }) {
  const { t } = useTranslation('commit');
  const format = useFormat();
  const methodText = useMethodText();
  const { ways, method, change, free } = flow;
  if (ways === undefined || ways.money === 'wallet') return null;
  const balance = t('payBy.balance', { free: free === undefined ? '…' : format.money(free) });
  return (
    <div className={styles.payBy}>
      <NativeSelect
        id="commit-pay-by"
        size="md"
        label={t('payBy.label')}
        description={t(method === null ? 'payBy.fromBalance' : `payBy.${method.kind}`)}
        value={method?.id ?? ''}
        onChange={(event) => {
          const chosen = ways.methods.find(({ id }) => id === event.currentTarget.value);
          change({ method: chosen?.id ?? null });
        }}
        data={[
          { value: '', label: balance },
          ...ways.methods.map((one) => ({ value: one.id, label: methodText(one) })),
        ]}
      />
      <Link to="/portfolio/payments">{t('payBy.add')}</Link>
    </div>
  );
}
