import type { ProposalView } from '@piazza/shared/contract';
import { Button } from '@mantine/core';
import { Link, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { usePages } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { DataTable, type Column } from '../../ui/DataTable/DataTable.tsx';
import { DeskPage } from '../../ui/DeskPage/DeskPage.tsx';
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import styles from './Approvals.module.css';

/** Acts that wait for a second person, and what became of earlier ones. */
export function ProposalsPage() {
  const { t } = useTranslation(['approvals', 'ui']);
  const { show } = useSearch({ from: '/desk/proposals' });
  const list = usePages('approvals.list', { query: { state: show ?? 'waiting', limit: 20 } });
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <DeskPage title={t('list.title')} lead={t('list.lead')}>
      <nav aria-label={t('list.show')} className={styles.tabs}>
        <Tab label={t('list.waiting')} />
        <Tab label={t('list.decided')} show="decided" />
      </nav>
      {list.isPending && <Skeletons shape="rows" count={4} />}
      {list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && rows.length === 0 && (
        <EmptyState title={t('list.emptyTitle')}>
          {show === undefined ? t('list.emptyWaiting') : t('list.emptyDecided')}
        </EmptyState>
      )}
      {rows.length > 0 && <ProposalsTable rows={rows} />}
      {list.hasNextPage && (
        <Button
          variant="default"
          mt="lg"
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t('ui:more')}
        </Button>
      )}
    </DeskPage>
  );
}

interface TabProps {
  readonly label: string;
  readonly show?: 'decided';
}

function Tab({ label, show }: TabProps) {
  return (
    <Link
      to="/desk/proposals"
      search={show === undefined ? {} : { show }}
      className={styles.tab}
      activeOptions={{ exact: true }}
    >
      {label}
    </Link>
  );
}

function ProposalsTable({ rows }: { readonly rows: readonly ProposalView[] }) {
  const { t } = useTranslation(['approvals', 'ui']);
  const format = useFormat();
  const columns: readonly Column<ProposalView>[] = [
    {
      key: 'act',
      title: t('list.act'),
      cell: ({ id, act }) => (
        <Link to="/desk/proposals/$proposalId" params={{ proposalId: id }}>
          {[t(`ui:act.${act.kind}`), act.name].filter(Boolean).join(': ')}
        </Link>
      ),
      sortBy: ({ act }) => t(`ui:act.${act.kind}`),
    },
    {
      key: 'by',
      title: t('list.by'),
      cell: ({ maker }) => (maker.mine ? t('list.you') : maker.name),
      sortBy: ({ maker }) => maker.name,
    },
    { key: 'at', title: t('list.at'), cell: ({ at }) => format.dateTime(at), sortBy: ({ at }) => at },
    {
      key: 'status',
      title: t('list.status'),
      cell: ({ status, stale }) => (stale ? t('stale') : t(`status.${status}`)),
    },
  ];
  return (
    <DataTable
      caption={t('list.caption')}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
    />
  );
}
