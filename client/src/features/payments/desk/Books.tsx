import { Button, Textarea } from '@mantine/core';
import type { BreakView } from '@piazza/shared/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient, queryKey, useApi, useCommand, type Output } from '../../../api/index.ts';
import { useFormat } from '../../../locale/use-format.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog/ConfirmDialog.tsx';
import { DataTable, type Column } from '../../../ui/DataTable/DataTable.tsx';
import { ErrorState } from '../../../ui/ErrorState/ErrorState.tsx';
import { Facts } from '../../../ui/Facts/Facts.tsx';
import { LiveRegion } from '../../../ui/LiveRegion/LiveRegion.tsx';
import { Skeletons } from '../../../ui/Skeletons/Skeletons.tsx';
import styles from '../Payments.module.css';
import { useSigned } from '../use-signed.ts';

type Run = Output<'payments.breaks'>['runs'][number];

const readAgain = (): Promise<void> =>
  queryClient.invalidateQueries({ queryKey: queryKey('payments.breaks') });

/** Whether the books and the provider agree, what does not, and since when. */
export function Books() {
  const { t } = useTranslation('payments');
  const signed = useSigned();
  const { data, error, isPending, refetch } = useApi('payments.breaks');
  const run = useCommand('payments.reconcile');
  const [chosen, setChosen] = useState<BreakView | null>(null);
  const breakColumns = useBreakColumns(setChosen);
  const runColumns = useRunColumns();
  if (isPending) return <Skeletons shape="rows" />;
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <section className={styles.section} aria-labelledby="books">
      <h2 id="books">{t('desk.books')}</h2>
      <Facts
        facts={[
          { label: t('desk.difference'), value: signed(data.difference) },
          { label: t('desk.waiting'), value: data.waiting },
        ]}
      />
      <div>
        <Button
          variant="default"
          loading={run.isPending}
          onClick={() => run.mutate({}, { onSuccess: () => void readAgain() })}
        >
          {t('desk.run')}
        </Button>
        {run.error !== null && <ErrorState error={run.error} />}
        <LiveRegion text={run.isSuccess ? t('desk.ran') : ''} />
      </div>
      <h3>{t('desk.breaks')}</h3>
      {data.breaks.length === 0 ? (
        <p className={styles.hint}>{t('desk.noBreaks')}</p>
      ) : (
        <DataTable
          caption={t('desk.breaks')}
          captionHidden
          columns={breakColumns}
          rows={data.breaks}
          rowKey={({ id }) => id}
        />
      )}
      <h3>{t('desk.runs')}</h3>
      {data.runs.length === 0 ? (
        <p className={styles.hint}>{t('desk.noRuns')}</p>
      ) : (
        <DataTable
          caption={t('desk.runs')}
          captionHidden
          columns={runColumns}
          rows={data.runs}
          rowKey={({ at }) => String(at)}
        />
      )}
      {chosen !== null && <Explain one={chosen} onClose={() => setChosen(null)} />}
    </section>
  );
}

function Explain({ one, onClose }: { readonly one: BreakView; readonly onClose: () => void }) {
  const { t } = useTranslation('payments');
  const [reason, setReason] = useState('');
  const explain = useCommand('payments.explain');
  const done = () => {
    onClose();
    void readAgain();
  };
  return (
    <ConfirmDialog
      opened
      title={t('desk.explainOf', { source: one.source })}
      confirm={t('desk.explain')}
      busy={explain.isPending}
      error={explain.error}
      onConfirm={() => explain.mutate({ params: { breakId: one.id }, body: { reason } }, { onSuccess: done })}
      onClose={onClose}
    >
      <p>{t('desk.explainText')}</p>
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

function useBreakColumns(choose: (one: BreakView) => void): readonly Column<BreakView>[] {
  const { t } = useTranslation('payments');
  const format = useFormat();
  const signed = useSigned();
  return [
    { key: 'at', title: t('column.at'), cell: ({ at }) => format.dateTime(at) },
    { key: 'source', title: t('desk.source'), cell: ({ source }) => source },
    { key: 'here', title: t('desk.here'), numeric: true, cell: ({ here }) => signed(here) },
    { key: 'there', title: t('desk.there'), numeric: true, cell: ({ there }) => signed(there) },
    {
      key: 'status',
      title: t('column.status'),
      cell: ({ status, reason }) =>
        `${t(`desk.breakStatus.${status}`)}${reason === '' ? '' : ` · ${reason}`}`,
    },
    {
      key: 'act',
      title: t('column.act'),
      cell: (one) =>
        one.status === 'open' && (
          <Button
            variant="default"
            size="xs"
            aria-label={t('desk.explainOf', { source: one.source })}
            onClick={() => choose(one)}
          >
            {t('desk.explain')}
          </Button>
        ),
    },
  ];
}

function useRunColumns(): readonly Column<Run>[] {
  const { t } = useTranslation('payments');
  const format = useFormat();
  const signed = useSigned();
  return [
    { key: 'at', title: t('column.at'), cell: ({ at }) => format.dateTime(at) },
    { key: 'lines', title: t('desk.lines'), numeric: true, cell: ({ lines }) => format.number(lines) },
    { key: 'here', title: t('desk.here'), numeric: true, cell: ({ here }) => signed(here) },
    { key: 'there', title: t('desk.there'), numeric: true, cell: ({ there }) => signed(there) },
    { key: 'open', title: t('desk.open'), numeric: true, cell: ({ breaks }) => breaks },
  ];
}
