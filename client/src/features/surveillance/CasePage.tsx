import type { CaseView } from '@piazza/shared/contract';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isRefused, useApi } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { DeskPage } from '../../ui/DeskPage/DeskPage.tsx';
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import { AlertsTable } from './AlertsTable.tsx';
import { Closing } from './Closing.tsx';
import { Assignee, Notes } from './Notes.tsx';
import { Report } from './Report.tsx';
import { Subjects } from './Subjects.tsx';
import styles from './Surveillance.module.css';
import { TapeSection } from './TapeSection.tsx';

/** One case: whom it is about, what is known, who looks after it, and how it ends. */
export function CasePage() {
  const { t } = useTranslation('surveillance');
  const format = useFormat();
  const { caseId } = useParams({ from: '/desk/surveillance/cases/$caseId' });
  const found = useApi('cases.read', { params: { caseId } });
  const lead =
    found.data === undefined
      ? t('lead')
      : t('case.lead', { at: format.dateTime(found.data.openedAt), by: found.data.openedBy });
  return (
    <DeskPage title={t('case.title', { id: caseId })} lead={lead}>
      <p>
        <Link to="/desk/surveillance">{t('alert.back')}</Link>
      </p>
      {found.isPending && <Skeletons shape="rows" count={5} />}
      {found.isError &&
        (isRefused(found.error, 'conflict_of_interest') ? (
          <EmptyState title={t('refused.title')}>{t('refused.conflict')}</EmptyState>
        ) : (
          <ErrorState error={found.error} onRetry={() => void found.refetch()} />
        ))}
      {found.data !== undefined && <Body one={found.data} />}
    </DeskPage>
  );
}

function Body({ one }: { readonly one: CaseView }) {
  const { t } = useTranslation('surveillance');
  const shown = one.alertList.find(({ listingId }) => listingId !== null);
  return (
    <>
      <div className={styles.columns}>
        <section aria-labelledby="notes" className={styles.panel}>
          <h2 id="notes">{t('case.notes')}</h2>
          <Notes one={one} />
        </section>
        <div className={styles.panel}>
          <h2>{t('case.subjects')}</h2>
          <Subjects subjects={one.subjects} about={one.id} />
          <Assignee one={one} />
          <h2>{t('case.closing')}</h2>
          <Closing one={one} />
        </div>
      </div>
      <section aria-labelledby="case-alerts" className={styles.section}>
        <h2 id="case-alerts">{t('case.alerts')}</h2>
        <AlertsTable rows={one.alertList} />
      </section>
      {shown !== undefined && (
        <section aria-labelledby="tape" className={styles.section}>
          <h2 id="tape">{t('tape.title')}</h2>
          <TapeSection alertId={shown.id} seqs={[]} />
        </section>
      )}
      <section aria-labelledby="stor" className={styles.section}>
        <h2 id="stor">{t('case.stor')}</h2>
        <Report caseId={one.id} />
      </section>
    </>
  );
}
