import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, usePages, type Output } from '../../../api/index.ts';
import { useFormat } from '../../../locale/use-format.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog/ConfirmDialog.tsx';
import { DataTable, type Column } from '../../../ui/DataTable/DataTable.tsx';
import { ErrorState } from '../../../ui/ErrorState/ErrorState.tsx';
import { LiveRegion } from '../../../ui/LiveRegion/LiveRegion.tsx';
import { Skeletons } from '../../../ui/Skeletons/Skeletons.tsx';
import styles from '../Payments.module.css';

type Row = Output<'payments.outgoings'>['items'][number];

/** Money that leaves: what waits for two persons, what is on its way, what came back. */
export function Outgoings() {
  const { t } = useTranslation('payments');
  const pages = usePages('payments.outgoings', { query: { limit: 50 } });
  const [chosen, setChosen] = useState<Row | null>(null);
  const [said, setSaid] = useState('');
  const columns = useColumns(setChosen);
  const rows = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <section className={styles.section} aria-labelledby="outgoings">
      <h2 id="outgoings">{t('desk.outgoings')}</h2>
      {pages.isPending && <Skeletons shape="rows" />}
      {pages.isError && <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.isSuccess && rows.length === 0 && <p className={styles.hint}>{t('desk.noOut')}</p>}
      {rows.length > 0 && (
        <DataTable
          caption={t('desk.outCaption')}
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
      {chosen !== null && (
        <Release
          row={chosen}
          onClose={() => setChosen(null)}
          onProposed={() => {
            setChosen(null);
            setSaid(t('desk.proposed'));
          }}
        />
      )}
      {said !== '' && <p>{said}</p>}
      <LiveRegion text={said} />
    </section>
  );
}

interface ReleaseProps {
  readonly row: Row;
  readonly onClose: () => void;
  readonly onProposed: () => void;
}

function Release({ row, onClose, onProposed }: ReleaseProps) {
  const { t } = useTranslation('payments');
  const format = useFormat();
  const [reason, setReason] = useState('');
  const propose = useCommand('payments.proposeRelease');
  const about = { amount: format.moneyExact(row.amount), holder: row.holder };
  return (
    <ConfirmDialog
      opened
      title={t('desk.releaseOf', about)}
      confirm={t('desk.release')}
      busy={propose.isPending}
      error={propose.error}
      onConfirm={() =>
        propose.mutate({ params: { outgoingId: row.id }, body: { reason } }, { onSuccess: onProposed })
      }
      onClose={onClose}
    >
      <p>{t('desk.releaseText')}</p>
      <Textarea
        label={t('desk.reason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        autosize
        minRows={2}
        maxLength={2_000}
        required
        data-autofocus
      />
    </ConfirmDialog>
  );
}

function useColumns(choose: (row: Row) => void): readonly Column<Row>[] {
  const { t } = useTranslation('payments');
  const format = useFormat();
  return [
    { key: 'at', title: t('column.at'), cell: ({ timeline }) => format.dateTime(timeline.at(-1)?.at ?? 0) },
    {
      key: 'holder',
      title: t('desk.holder'),
      cell: ({ kind, holder, payee }) => (
        <>
          {t(`desk.kind.${kind}`)} · {holder} · {t(`desk.payee.${payee}`)}
        </>
      ),
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
      cell: ({ status, problem }) => (
        <>
          {t(`out.${status}`)}
          {problem !== null && ` · ${problem}`}
        </>
      ),
    },
    {
      key: 'act',
      title: t('column.act'),
      cell: (row) => {
        if (row.status !== 'waiting') return null;
        if (row.payee !== 'ready') return t('desk.accountFirst');
        return (
          <Button
            variant="default"
            size="xs"
            aria-label={t('desk.releaseOf', { amount: format.money(row.amount), holder: row.holder })}
            onClick={() => choose(row)}
          >
            {t('desk.releaseShort')}
          </Button>
        );
      },
    },
  ];
}
