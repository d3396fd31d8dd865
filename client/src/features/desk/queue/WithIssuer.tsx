import type { ListingSummary } from '@piazza/shared/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../../api/index.ts';
import { useFormat } from '../../../locale/use-format.ts';
import { useVenueNow } from '../../../realtime/index.ts';
import { DataTable, type Column } from '../../../ui/DataTable/DataTable.tsx';
import { StatusBadge } from '../../../ui/StatusBadge/StatusBadge.tsx';
import styles from './Queue.module.css';

const forIssuer = new Set<ListingSummary['status']>(['changes_requested', 'approved']);

/** Listings that are on their way but wait for their issuer. */
export function WithIssuer() {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const now = useVenueNow(60_000);
  const rows = (useApi('review.queue').data?.items ?? []).filter(({ status }) => forIssuer.has(status));
  if (rows.length === 0) return null;
  const columns: readonly Column<ListingSummary>[] = [
    {
      key: 'venture',
      title: t('queue.venture'),
      cell: (row) => <Venture row={row} />,
      sortBy: (row) => row.title,
    },
    { key: 'status', title: t('queue.status'), cell: (row) => <StatusBadge status={row.status} /> },
    {
      key: 'since',
      title: t('queue.inStatus'),
      cell: (row) => <time dateTime={new Date(row.since).toISOString()}>{format.ago(row.since, now)}</time>,
      sortBy: (row) => row.since,
    },
  ];
  return (
    <div className={styles.table}>
      <DataTable caption={t('queue.forIssuer')} columns={columns} rows={rows} rowKey={(row) => row.id} />
    </div>
  );
}

function Venture({ row }: { readonly row: ListingSummary }) {
  const { t } = useTranslation('desk');
  const title = row.title === '' ? t('queue.untitled') : row.title;
  return (
    <span className={styles.what}>
      <Link
        to="/desk/listings/$listingId"
        params={{ listingId: row.id }}
        aria-label={t('queue.open', { title })}
      >
        {title}
      </Link>
      <small>{row.organisation.name}</small>
    </span>
  );
}
