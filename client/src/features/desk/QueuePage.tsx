import type { QueueItem } from '@piazza/shared/contract';
import { Button } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient, useCommand, useMe, usePages, type Output } from '../../api/index.ts';
import { DeskPage } from '../../ui/DeskPage/DeskPage.tsx';
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { LiveRegion } from '../../ui/LiveRegion/LiveRegion.tsx';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import { Figures } from './queue/Figures.tsx';
import { KeysHelp } from './queue/KeysHelp.tsx';
import styles from './queue/Queue.module.css';
import { QueueFilters } from './queue/QueueFilters.tsx';
import { QueueTable } from './queue/QueueTable.tsx';
import { useItemTitle } from './queue/useItemTitle.ts';
import { useQueueKeys } from './queue/useQueueKeys.ts';
import { WithIssuer } from './queue/WithIssuer.tsx';
import type { DeskSearch } from './search.ts';

const queryOf = ({ kind, show }: DeskSearch) => ({
  limit: 50,
  ...(kind === undefined ? {} : { kind }),
  ...(show === undefined ? {} : show === 'overdue' ? { overdue: 'yes' as const } : { whose: show }),
});

/** Assigns to the reader, and says so. */
function useTaking(rows: readonly QueueItem[]) {
  const { t } = useTranslation('desk');
  const titleOf = useItemTitle();
  const { mutate, ...command } = useCommand('queue.assign');
  const [said, setSaid] = useState('');
  const take = useCallback(
    (item: QueueItem) =>
      mutate(
        { params: { object: item.object }, body: { to: 'me' } },
        {
          onSuccess: () => {
            setSaid(t('queue.assigned', { title: titleOf(item) }));
            void queryClient.invalidateQueries({ queryKey: ['queue.list'] });
          },
        },
      ),
    [mutate, t, titleOf],
  );
  const byObject = useCallback(
    (object: string) => {
      const item = rows.find((row) => row.object === object);
      if (item !== undefined && item.assignee?.mine !== true) take(item);
    },
    [rows, take],
  );
  const busy = command.isPending ? (command.variables?.params.object ?? null) : null;
  return { take, byObject, said, busy, error: command.error };
}

/** Everything that waits for the people of the desk, and how the desk stands. */
export function QueuePage() {
  const { t } = useTranslation(['desk', 'ui']);
  const search = useSearch({ from: '/desk' });
  const queue = usePages('queue.list', { query: queryOf(search) }, { keepPrevious: true });
  const pages = queue.data?.pages ?? [];
  const operator = useMe()?.roles.includes('operator') === true;
  return (
    <DeskPage title={t('queue.title')} lead={t('queue.lead')}>
      <Figures />
      {queue.isPending && <Skeletons shape="rows" count={4} />}
      {queue.isError && <ErrorState error={queue.error} onRetry={() => void queue.refetch()} />}
      {pages[0] !== undefined && <Waiting pages={pages} first={pages[0]} search={search} />}
      {queue.hasNextPage && (
        <Button
          variant="default"
          mb="lg"
          loading={queue.isFetchingNextPage}
          onClick={() => void queue.fetchNextPage()}
        >
          {t('ui:more')}
        </Button>
      )}
      {operator && <WithIssuer />}
    </DeskPage>
  );
}

interface WaitingProps {
  readonly pages: readonly Output<'queue.list'>[];
  readonly first: Output<'queue.list'>;
  readonly search: DeskSearch;
}

function Waiting({ pages, first, search }: WaitingProps) {
  const { t } = useTranslation('desk');
  const rows = pages.flatMap(({ items }) => items);
  const taking = useTaking(rows);
  const [helping, setHelping] = useState(false);
  const help = useCallback(() => setHelping(true), []);
  const keys = useQueueKeys({ assign: taking.byObject, help });
  const filtered = search.kind !== undefined || search.show !== undefined;
  return (
    <>
      <QueueFilters counts={first.counts} chosen={search} />
      <p className={styles.keys}>
        <span>{t('queue.keys.hint')}</span>
        <Button size="compact-sm" variant="default" onClick={help}>
          {t('queue.keys.show')}
        </Button>
      </p>
      {taking.error !== null && <ErrorState error={taking.error} />}
      {rows.length === 0 ? (
        <EmptyState title={t('queue.emptyTitle')}>
          {filtered ? t('queue.emptyFilter') : t('queue.emptyText')}
        </EmptyState>
      ) : (
        <QueueTable rows={rows} onTake={taking.take} busy={taking.busy} />
      )}
      <KeysHelp opened={helping} on={keys.on} onChange={keys.setOn} onClose={() => setHelping(false)} />
      <LiveRegion text={taking.said} />
    </>
  );
}
