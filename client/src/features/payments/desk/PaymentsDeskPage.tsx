import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../../api/index.ts';
import { DeskPage } from '../../../ui/DeskPage/DeskPage.tsx';
import { EmptyState } from '../../../ui/EmptyState/EmptyState.tsx';
import { ErrorState } from '../../../ui/ErrorState/ErrorState.tsx';
import { Skeletons } from '../../../ui/Skeletons/Skeletons.tsx';
import { MoneyNote } from '../MoneyNote.tsx';
import styles from '../Payments.module.css';
import { Books } from './Books.tsx';
import { Charges } from './Charges.tsx';
import { Outgoings } from './Outgoings.tsx';
import { Unclaimed } from './Unclaimed.tsx';

const parts = { payments: Charges, outgoings: Outgoings, unclaimed: Unclaimed, books: Books } as const;
type Part = keyof typeof parts;

/** Everything that is on its way to and from the payment provider. */
export function PaymentsDeskPage() {
  const { t } = useTranslation('payments');
  const [part, setPart] = useState<Part>('payments');
  const { data, error, isPending, refetch } = useApi('payments.breaks');
  const Shown = parts[part];
  return (
    <DeskPage title={t('desk.title')} lead={t('desk.lead')}>
      {isPending && <Skeletons shape="rows" />}
      {error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data?.money === 'wallet' && <EmptyState title={t('desk.offTitle')}>{t('desk.off')}</EmptyState>}
      {data !== undefined && data.money !== 'wallet' && (
        <div className={styles.sections}>
          <MoneyNote money={data.money} />
          <SegmentedControl
            aria-label={t('desk.parts')}
            value={part}
            onChange={(value) => setPart(value)}
            data={(Object.keys(parts) as Part[]).map((value) => ({ value, label: t(`desk.${value}`) }))}
          />
          <Shown />
        </div>
      )}
    </DeskPage>
  );
}
