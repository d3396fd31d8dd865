import { Button, NativeSelect } from '@mantine/core';
import type { Output } from '../../../api/index.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePages } from '../../../api/index.ts';
import { useFormat } from '../../../locale/use-format.ts';
import { DataTable, type Column } from '../../../ui/DataTable/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState/EmptyState.tsx';
import { ErrorState } from '../../../ui/ErrorState/ErrorState.tsx';
import { Skeletons } from '../../../ui/Skeletons/Skeletons.tsx';
import { useReason } from '../explain.ts';
import styles from '../Payments.module.css';

const filters = ['underway', 'failed', 'disputed', 'refunds'] as const;
type Filter = (typeof filters)[number];
type Row = Output<'payments.desk'>['items'][number];

/** Charges, newest first: whose, for what, where each stands and what came back. */
export function Charges() {
  const { t } = useTranslation('payments');
  const [kind, setKind] = useState<Filter | ''>('');
  const query = kind === '' ? { limit: 50 } : { limit: 50, kind };
  const pages = usePages('payments.desk', { query }, { keepPrevious: true });
  const columns = useColumns();
  const rows = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <section className={styles.section} aria-labelledby="charges">
      <h2 id="charges">{t('desk.payments')}</h2>
      <NativeSelect
        label={t('desk.filter')}
        value={kind}
        onChange={(event) => setKind(event.currentTarget.value as Filter | '')}
        data={[
          { value: '', label: t('desk.all') },
          ...filters.map((value) => ({ value, label: t(`desk.${value}`) })),
        ]}
      />
      {pages.isPending && <Skeletons shape="rows" />}
      {pages.isError && <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.isSuccess && rows.length === 0 && (
        <EmptyState title={t('desk.emptyTitle')}>{t('desk.empty')}</EmptyState>
      )}
      {rows.length > 0 && (
        <DataTable
          caption={t('desk.caption')}
          captionHidden
          columns={columns}
          rows={rows}
          rowKey={({ id }) => id}
        />
      )}
      {pages.hasNextPage && (
        <Button
          variant="default"
          loading={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {t('desk.more')}
        </Button>
      )}
    </section>
  );
}

function useColumns(): readonly Column<Row>[] {
  const { t } = useTranslation('payments');
  const format = useFormat();
  const reasonOf = useReason();
  return [
    { key: 'at', title: t('column.at'), cell: ({ timeline }) => format.dateTime(timeline.at(-1)?.at ?? 0) },
    { key: 'payer', title: t('desk.payer'), cell: ({ payer }) => payer },
    {
      key: 'what',
      title: t('desk.what'),
      cell: ({ commitmentId, title }) => (commitmentId === null ? t('desk.funding') : title),
    },
    {
      key: 'amount',
      title: t('column.amount'),
      numeric: true,
      sortBy: ({ amount }) => amount,
      cell: ({ amount }) => format.moneyExact(amount),
    },
    {
      key: 'status',
      title: t('column.status'),
      cell: ({ status, declined, waitsUntil }) => (
        <>
          {t(`status.${status}`)}
          {declined !== null && ` · ${reasonOf(declined)}`}
          {waitsUntil !== null && ` · ${format.dateTime(waitsUntil)}`}
        </>
      ),
    },
    {
      key: 'back',
      title: t('desk.back'),
      numeric: true,
      cell: ({ refunded }) => (refunded === 0 ? '–' : format.moneyExact(refunded)),
    },
  ];
}
