import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api/index.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { PageHeader } from '../../ui/PageHeader/PageHeader.tsx';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import { Erasure } from './Erasure.tsx';
import { GuardProvider, useQuestion } from '../../ui/Proof/guard.ts';
import { OwnData } from './OwnData.tsx';
import { Passkeys } from './Passkeys.tsx';
import { ProofDialog } from '../../ui/Proof/ProofDialog.tsx';
import styles from './Security.module.css';
import { Sessions } from './Sessions.tsx';
import { TwoFactor } from './TwoFactor.tsx';

/** How the reader proves who they are, where they are signed in, what they may take along or have erased. */
export function SecurityPage() {
  const { t } = useTranslation('security');
  const query = useApi('security.read');
  const { question, guard } = useQuestion();
  return (
    <GuardProvider value={guard}>
      <PageHeader title={t('title')} lead={t('lead')} eyebrow={<Link to="/profile">{t('back')}</Link>} />
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      <div className={styles.sections}>
        {query.isPending && <Skeletons shape="rows" />}
        {query.data !== undefined && (
          <>
            <TwoFactor view={query.data} />
            <Passkeys view={query.data} />
          </>
        )}
        <Sessions />
        <OwnData />
        <Erasure />
      </div>
      {question !== null && <ProofDialog question={question} />}
    </GuardProvider>
  );
}
