import type { ListingSummary } from '@piazza/shared/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { useVenueNow } from '../../realtime/index.ts';
import { DataTable, type Column } from '../../ui/DataTable/DataTable.tsx';
import { DeskPage } from '../../ui/DeskPage/DeskPage.tsx';
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import { StatusBadge } from '../../ui/StatusBadge/StatusBadge.tsx';
import styles from './Desk.module.css';

const minuteMs = 60_000;
const forOperators = new Set<ListingSummary['status']>(['submitted', 'under_review']);

/** Everything that waits between hand-in and admission, split by whose turn it is. */
export function QueuePage() {
  const { t } = useTranslation('desk');
  const queue = useApi('review.queue');
  const items = queue.data?.items ?? [];
  const mine = items.filter(({ status }) => forOperators.has(status));
  const theirs = items.filter(({ status }) => !forOperators.has(status));
  return (
    <DeskPage title={t('queue.title')} lead={t('queue.lead')}>
      {queue.isPending && <Skeletons shape="rows" count={4} />}
      {queue.isError && <ErrorState error={queue.error} onRetry={() => void queue.refetch()} />}
      {queue.isSuccess && items.length === 0 && (
        <EmptyState title={t('queue.emptyTitle')}>{t('queue.emptyText')}</EmptyState>
      )}
      {mine.length > 0 && <QueueTable caption={t('queue.forMe')} rows={mine} />}
      {theirs.length > 0 && <QueueTable caption={t('queue.forIssuer')} rows={theirs} />}
    </DeskPage>
  );
}

function QueueTable({
  caption,
  rows,
}: {
  readonly caption: string;
  readonly rows: readonly ListingSummary[];
}) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const now = useVenueNow(minuteMs);
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
      title: t('queue.waiting'),
      cell: (row) => <time dateTime={new Date(row.since).toISOString()}>{format.ago(row.since, now)}</time>,
      sortBy: (row) => row.since,
    },
    {
      key: 'reviewers',
      title: t('queue.reviewers'),
      cell: ({ reviewers }) =>
        reviewers.length === 0
          ? t('queue.nobody')
          : format.list(reviewers.map(({ name, mine }) => (mine ? t('queue.me') : name))),
    },
    {
      key: 'approvals',
      title: t('queue.approvals'),
      cell: (row) => t('queue.approvalsOf', { count: row.approvals }),
      sortBy: (row) => row.approvals,
      numeric: true,
    },
  ];
  return (
    <div className={styles.table}>
      <DataTable caption={caption} columns={columns} rows={rows} rowKey={(row) => row.id} />
    </div>
  );
}

function Venture({ row }: { readonly row: ListingSummary }) {
  const { t } = useTranslation('desk');
  const title = row.title === '' ? t('queue.untitled') : row.title;
  return (
    <span className={styles.venture}>
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
