import { Button, TextInput } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, saveFile, usePages, type Output } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { DataTable, type Column } from '../../ui/DataTable/DataTable.tsx';
import { DeskPage } from '../../ui/DeskPage/DeskPage.tsx';
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { LiveRegion } from '../../ui/LiveRegion/LiveRegion.tsx';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import styles from './Desk.module.css';
import { isObjectId } from './search.ts';

type Line = Output<'audit.read'>['items'][number];

/** The records of the journal that touched one object. */
export function AuditPage() {
  const { t } = useTranslation('desk');
  const { object } = useSearch({ from: '/desk/audit' });
  return (
    <DeskPage title={t('audit.title')} lead={t('audit.lead')}>
      <ObjectForm key={object} given={object ?? ''} />
      {object === undefined ? (
        <EmptyState title={t('audit.startTitle')}>{t('audit.startText')}</EmptyState>
      ) : (
        <Trail object={object} />
      )}
    </DeskPage>
  );
}

function ObjectForm({ given }: { readonly given: string }) {
  const { t } = useTranslation('desk');
  const navigate = useNavigate();
  const [object, setObject] = useState(given);
  const [wrong, setWrong] = useState(false);
  return (
    <form
      className={styles.search}
      onSubmit={(event) => {
        event.preventDefault();
        const id = object.trim();
        setWrong(!isObjectId(id));
        if (isObjectId(id)) void navigate({ to: '/desk/audit', search: { object: id } });
      }}
    >
      <TextInput
        label={t('audit.object')}
        description={t('audit.objectHelp')}
        value={object}
        error={wrong ? t('audit.wrong') : undefined}
        onChange={(event) => setObject(event.currentTarget.value)}
      />
      <Button type="submit">{t('audit.show')}</Button>
    </form>
  );
}

function Trail({ object }: { readonly object: string }) {
  const { t } = useTranslation(['desk', 'ui']);
  const format = useFormat();
  const trail = usePages('audit.read', { query: { object, limit: 50 } });
  const rows = trail.data?.pages.flatMap((page) => page.items) ?? [];
  const columns: readonly Column<Line>[] = [
    { key: 'seq', title: t('audit.seq'), cell: (row) => format.number(row.seq), numeric: true },
    { key: 'at', title: t('audit.at'), cell: (row) => format.dateTime(row.at) },
    { key: 'by', title: t('audit.by'), cell: (row) => (row.by === 'venue' ? t('review.venue') : row.by) },
    { key: 'kind', title: t('audit.kind'), cell: (row) => <code>{row.kind}</code> },
    {
      key: 'facts',
      title: t('audit.facts'),
      cell: (row) => <span className={styles.facts}>{(row.facts['events'] as string[]).join(', ')}</span>,
    },
  ];
  if (trail.isPending) return <Skeletons shape="rows" count={6} />;
  if (trail.isError) return <ErrorState error={trail.error} onRetry={() => void trail.refetch()} />;
  if (rows.length === 0) return <EmptyState title={t('audit.emptyTitle')}>{t('audit.emptyText')}</EmptyState>;
  return (
    <>
      <DataTable
        caption={t('audit.caption', { object })}
        columns={columns}
        rows={rows}
        rowKey={(row) => String(row.seq)}
      />
      {trail.hasNextPage && (
        <Button
          variant="default"
          mt="lg"
          loading={trail.isFetchingNextPage}
          onClick={() => void trail.fetchNextPage()}
        >
          {t('ui:more')}
        </Button>
      )}
      <TakeOut object={object} />
    </>
  );
}

/** The trail with its proof, as a file. */
function TakeOut({ object }: { readonly object: string }) {
  const { t } = useTranslation('desk');
  const [{ busy, said, error }, setState] = useState<{ busy: boolean; said: string; error: unknown }>({
    busy: false,
    said: '',
    error: null,
  });
  const take = async () => {
    setState({ busy: true, said: '', error: null });
    try {
      const { name, bytes } = await api('audit.export', { params: { object } });
      saveFile(name, [new Uint8Array(bytes)], 'application/x-ndjson');
      setState({ busy: false, said: t('audit.taken'), error: null });
    } catch (failure) {
      setState({ busy: false, said: '', error: failure });
    }
  };
  return (
    <div>
      <Button variant="default" mt="lg" loading={busy} onClick={() => void take()}>
        {t('audit.take')}
      </Button>
      {error !== null && <ErrorState error={error} />}
      <LiveRegion text={said} />
      <p>{said}</p>
    </div>
  );
}
