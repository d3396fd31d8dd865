import type { CaseRow } from '@piazza/shared/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { usePages } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { useVenueNow } from '../../realtime/index.ts';
import { DataTable, type Column } from '../../ui/DataTable/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import { Severity } from './Severity.tsx';
import styles from './Surveillance.module.css';

/** Cases, those that are open first. */
export function CasesTable() {
  const { t } = useTranslation('surveillance');
  const format = useFormat();
  const now = useVenueNow(60_000);
  const cases = usePages('cases.list', { query: { limit: 50 } });
  if (cases.isPending) return <Skeletons shape="rows" count={2} />;
  if (cases.isError) return <ErrorState error={cases.error} onRetry={() => void cases.refetch()} />;
  const rows = cases.data.pages.flatMap((page) => page.items);
  if (rows.length === 0) return <EmptyState title={t('cases.none')}>{t('cases.noneText')}</EmptyState>;
  const columns: readonly Column<CaseRow>[] = [
    {
      key: 'name',
      title: t('cases.title'),
      cell: (row) => (
        <span className={styles.what}>
          <Link to="/desk/surveillance/cases/$caseId" params={{ caseId: row.id }}>
            {t('cases.name', { id: row.id })}
          </Link>
          <small>{row.titles.join(', ')}</small>
        </span>
      ),
    },
    {
      key: 'severity',
      title: t('alerts.severity'),
      cell: (row) => <Severity severity={row.severity} />,
    },
    { key: 'alerts', title: t('alerts.title'), cell: (row) => t('cases.alerts', { count: row.alerts }) },
    {
      key: 'assignee',
      title: t('cases.assignee'),
      cell: (row) => row.assignee?.displayName ?? t('cases.nobody'),
    },
    {
      key: 'state',
      title: t('cases.state'),
      cell: (row) =>
        row.outcome === null
          ? t('cases.open', { away: format.away(row.dueAt, now) })
          : t('case.closed', { outcome: t(`outcome.${row.outcome}`) }),
    },
  ];
  return (
    <DataTable
      caption={t('cases.caption')}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
    />
  );
}
