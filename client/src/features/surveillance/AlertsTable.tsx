import type { AlertView } from '@piazza/shared/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import { useVenueNow } from '../../realtime/index.ts';
import { DataTable, type Column } from '../../ui/DataTable/DataTable.tsx';
import { Severity } from './Severity.tsx';
import styles from './Surveillance.module.css';

const gravity = { high: 0, medium: 1, low: 2, record: 3 } as const;

/** Alerts with the way to each. */
export function AlertsTable({ rows }: { readonly rows: readonly AlertView[] }) {
  const { t } = useTranslation('surveillance');
  const format = useFormat();
  const now = useVenueNow(60_000);
  const columns: readonly Column<AlertView>[] = [
    {
      key: 'what',
      title: t('alerts.what'),
      cell: (row) => (
        <span className={styles.what}>
          <Link to="/desk/surveillance/alerts/$alertId" params={{ alertId: row.id }} data-alert={row.id}>
            {t(`detector.${row.detector}`)}
          </Link>
          <small>{t(`status.${row.status}`)}</small>
        </span>
      ),
      sortBy: (row) => t(`detector.${row.detector}`),
    },
    {
      key: 'severity',
      title: t('alerts.severity'),
      cell: (row) => <Severity severity={row.severity} />,
      sortBy: (row) => gravity[row.severity],
    },
    {
      key: 'who',
      title: t('alerts.who'),
      cell: (row) => format.list(row.subjects.map(({ displayName }) => displayName)),
    },
    {
      key: 'market',
      title: t('alerts.market'),
      cell: (row) => (row.listingId === null ? t('alerts.money') : row.title),
      sortBy: (row) => row.title,
    },
    {
      key: 'raised',
      title: t('alerts.raised'),
      cell: (row) => format.dateTime(row.raisedAt),
      sortBy: (row) => row.raisedAt,
    },
    {
      key: 'due',
      title: t('alerts.due'),
      cell: (row) => (row.status === 'open' ? format.away(row.dueAt, now) : '–'),
      sortBy: (row) => row.dueAt,
    },
  ];
  return (
    <DataTable
      caption={t('alerts.caption')}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
    />
  );
}
