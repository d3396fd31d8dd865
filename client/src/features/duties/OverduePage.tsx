import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { DeskPage } from '../../ui/DeskPage/DeskPage.tsx';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import styles from './Duties.module.css';

/** Reports that wait for an operator, and those that are late. */
export function OverduePage() {
  const { t } = useTranslation('duties');
  const format = useFormat();
  const found = useApi('duties.overdue');
  return (
    <DeskPage title={t('desk.title')} lead={t('desk.lead')}>
      {found.isPending && <Skeletons shape="rows" count={4} />}
      {found.isError && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.data?.items.length === 0 && <EmptyState title={t('desk.none')}>{t('desk.noneText')}</EmptyState>}
      <ul className={styles.list}>
        {(found.data?.items ?? []).map(({ report, title, organisation }) => (
          <li key={report.id} className={styles.item}>
            <p>
              <Link to="/listings/$listingId/duties" params={{ listingId: report.listingId }}>
                {title} · {t(`kind.${report.kind}`, { number: report.number })}
              </Link>
            </p>
            <p>
              {organisation} · {t('due', { date: format.longDate(Date.parse(`${report.dueOn}T12:00:00Z`)) })}{' '}
              · {t(`status.${report.status}`)}
            </p>
          </li>
        ))}
      </ul>
    </DeskPage>
  );
}
