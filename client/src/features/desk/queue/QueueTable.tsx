import type { QueueItem } from '@piazza/shared/contract';
import { severities } from '@piazza/shared/policy';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../locale/use-format.ts';
import { useVenueNow } from '../../../realtime/index.ts';
import { DataTable, type Column } from '../../../ui/DataTable/DataTable.tsx';
import { StatusBadge } from '../../../ui/StatusBadge/StatusBadge.tsx';
import styles from './Queue.module.css';
import { screenOf } from './targets.ts';
import { useItemTitle } from './useItemTitle.ts';

interface QueueTableProps {
  readonly rows: readonly QueueItem[];
  /** Assigns the item to the reader. */
  readonly onTake: (item: QueueItem) => void;
  /** The item whose assignment is on its way. */
  readonly busy: string | null;
}

/** What waits, as a table, or as cards on a phone. */
export function QueueTable({ rows, onTake, busy }: QueueTableProps) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const now = useVenueNow(60_000);
  const titleOf = useItemTitle();
  const columns: readonly Column<QueueItem>[] = [
    { key: 'what', title: t('queue.what'), cell: (row) => <What row={row} />, sortBy: titleOf },
    {
      key: 'since',
      title: t('queue.waiting'),
      cell: ({ since }) => <Moment at={since} text={format.ago(since, now)} />,
      sortBy: (row) => row.since,
    },
    {
      key: 'due',
      title: t('queue.due'),
      cell: (row) => <Due row={row} now={now} />,
      sortBy: (row) => row.dueAt ?? Infinity,
    },
    { key: 'stakes', title: t('queue.stakes'), cell: (row) => <Stakes row={row} /> },
    {
      key: 'assignee',
      title: t('queue.assignee'),
      cell: (row) => <Assignee row={row} onTake={onTake} busy={busy === row.object} />,
      sortBy: (row) => row.assignee?.name ?? '',
    },
  ];
  return (
    <div className={styles.table}>
      <DataTable caption={t('queue.forMe')} columns={columns} rows={rows} rowKey={(row) => row.object} />
    </div>
  );
}

const Moment = ({ at, text }: { readonly at: number; readonly text: string }) => (
  <time dateTime={new Date(at).toISOString()}>{text}</time>
);

interface RowProps {
  readonly row: QueueItem;
}

function What({ row }: RowProps) {
  const { t } = useTranslation('desk');
  const title = useItemTitle()(row);
  const to = screenOf(row);
  return (
    <span className={styles.what}>
      <small>{t(`queue.kind.${row.kind}`)}</small>
      {to === null ? (
        <span data-item={row.object} tabIndex={-1}>
          {title}
        </span>
      ) : (
        <Link to={to as '/desk'} data-item={row.object} aria-label={t('queue.open', { title })}>
          {title}
        </Link>
      )}
      {row.title !== '' && <small>{row.name}</small>}
    </span>
  );
}

function Due({ row: { dueAt, overdue }, now }: RowProps & { readonly now: number }) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  if (dueAt === null) return <span className={styles.soft}>{t('queue.noTerm')}</span>;
  const away = format.away(dueAt, now);
  return (
    <span className={overdue ? styles.late : undefined}>
      <Moment at={dueAt} text={overdue ? t('queue.overdue', { ago: away }) : away} />
    </span>
  );
}

/** What depends on it, in the words of its kind. */
function Stakes({ row: { kind, status, stakes } }: RowProps) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  if (kind === 'listing')
    return (
      <span className={styles.what}>
        {stakes.amount !== null && format.money(stakes.amount)}
        <small>
          <StatusBadge status={status === 'submitted' ? 'submitted' : 'under_review'} />{' '}
          {t('queue.approvalsOf', { count: Number(stakes.code) })}
        </small>
      </span>
    );
  const severity = severities.find((one) => kind === 'alert' && one === status);
  if (severity !== undefined) return t(`queue.severity.${severity}`);
  if (stakes.code === 'same_person') return t('queue.same_person');
  if (kind === 'complaint')
    return t(`queue.complaint.${stakes.code === 'admissibility' ? 'admissibility' : 'answer'}`);
  return stakes.amount === null ? '' : format.money(stakes.amount);
}

function Assignee({
  row,
  onTake,
  busy,
}: RowProps & Pick<QueueTableProps, 'onTake'> & { readonly busy: boolean }) {
  const { t } = useTranslation('desk');
  const title = useItemTitle()(row);
  const mine = row.assignee?.mine === true;
  return (
    <span className={styles.assignee}>
      <span>{mine ? t('queue.me') : (row.assignee?.name ?? t('queue.nobody'))}</span>
      {!mine && (
        <Button
          size="compact-sm"
          variant="default"
          loading={busy}
          aria-label={t('queue.takeNamed', { title })}
          onClick={() => onTake(row)}
        >
          {t('queue.take')}
        </Button>
      )}
    </span>
  );
}
