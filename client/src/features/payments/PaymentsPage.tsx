import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api/index.ts';
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { PageHeader } from '../../ui/PageHeader/PageHeader.tsx';
import { GuardProvider, useQuestion } from '../../ui/Proof/guard.ts';
import { ProofDialog } from '../../ui/Proof/ProofDialog.tsx';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import { BankTransfer } from './BankTransfer.tsx';
import { Methods } from './Methods.tsx';
import { MoneyNote } from './MoneyNote.tsx';
import styles from './Payments.module.css';
import { UnderWay } from './UnderWay.tsx';
import { Withdraw } from './Withdraw.tsx';

/** How the reader pays and is paid, and what is on its way. */
export function PaymentsPage() {
  const { t } = useTranslation('payments');
  const { data, error, isPending, refetch } = useApi('payments.overview');
  const { question, guard } = useQuestion();
  return (
    <GuardProvider value={guard}>
      <PageHeader title={t('title')} lead={t('lead')} eyebrow={<Link to="/portfolio">{t('back')}</Link>} />
      {error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {isPending && <Skeletons shape="rows" />}
      {data !== undefined && data.money === 'wallet' && (
        <EmptyState title={t('off.title')} action={<Link to="/portfolio">{t('off.link')}</Link>}>
          {t('off.text')}
        </EmptyState>
      )}
      {data !== undefined && data.money !== 'wallet' && (
        <div className={styles.sections}>
          <MoneyNote money={data.money} />
          <UnderWay payments={data.underway} methods={data.methods} />
          <Methods methods={data.methods} />
          <BankTransfer title={t('transfer.title')} why={t('transfer.why')} fundings={data.fundings} />
          <Withdraw overview={data} />
        </div>
      )}
      {question !== null && <ProofDialog question={question} />}
    </GuardProvider>
  );
}
