import { Button, NativeSelect, Textarea } from '@mantine/core';
import type { OrganisationId } from '@piazza/shared/values';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient, useApi, useCommand, type Output } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog/ConfirmDialog.tsx';
import { DataTable, type Column } from '../../ui/DataTable/DataTable.tsx';
import { DeskPage } from '../../ui/DeskPage/DeskPage.tsx';
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import styles from './Conduct.module.css';

type List = Output<'conflicts.list'>;
type Row = List['items'][number];

const interests = ['financial', 'family', 'employment', 'mandate', 'other'] as const;
const changed = () => {
  for (const key of ['conflicts.list', 'conflicts.register', 'queue.list'])
    void queryClient.invalidateQueries({ queryKey: [key] });
};

/** Interests of the venue's people: where one declares one's own, says that it has ended, and sees the others'. */
export function ConflictsPage() {
  const { t } = useTranslation('conduct');
  const list = useApi('conflicts.list');
  return (
    <DeskPage title={t('conflictDesk.title')} lead={t('conflictDesk.lead')}>
      {list.isPending && <Skeletons shape="rows" count={4} />}
      {list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && (
        <div className={styles.sides}>
          <Register rows={list.data.items} />
          <Declare organisations={list.data.organisations} />
        </div>
      )}
    </DeskPage>
  );
}

function Register({ rows }: { readonly rows: readonly Row[] }) {
  const { t } = useTranslation('conduct');
  const format = useFormat();
  const [ending, setEnding] = useState<Row | null>(null);
  if (rows.length === 0)
    return <EmptyState title={t('conflict.none')}>{t('conflictDesk.noneText')}</EmptyState>;
  const columns: readonly Column<Row>[] = [
    {
      key: 'person',
      title: t('conflictDesk.person'),
      cell: ({ person, mine }) => (mine ? t('conflictDesk.self', { name: person }) : person),
    },
    {
      key: 'interest',
      title: t('conflictDesk.interest'),
      cell: ({ interest, organisation }) => (
        <span>
          {t(`interest.${interest}`)} · {organisation === '' ? t('conflictDesk.general') : organisation}
        </span>
      ),
    },
    {
      key: 'words',
      title: t('conflictDesk.said'),
      cell: ({ words }) => <span className={styles.said}>{words}</span>,
    },
    {
      key: 'since',
      title: t('conflictDesk.since'),
      cell: ({ since, until }) =>
        until === null ? format.date(since) : `${format.date(since)} – ${format.date(until)}`,
    },
    {
      key: 'acts',
      title: t('conflictDesk.acts'),
      cell: (row) =>
        row.mine && row.until === null ? (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t('conflictDesk.endNamed', { interest: t(`interest.${row.interest}`) })}
            onClick={() => setEnding(row)}
          >
            {t('conflictDesk.end')}
          </Button>
        ) : (
          '–'
        ),
    },
  ];
  return (
    <div>
      <DataTable caption={t('conflictDesk.caption')} columns={columns} rows={rows} rowKey={({ id }) => id} />
      {ending !== null && <End row={ending} onClose={() => setEnding(null)} />}
    </div>
  );
}

function End({ row, onClose }: { readonly row: Row; readonly onClose: () => void }) {
  const { t } = useTranslation('conduct');
  const end = useCommand('conflicts.end');
  const send = () =>
    end.mutate({ params: { conflictId: row.id } }, { onSuccess: () => [onClose(), changed()] });
  return (
    <ConfirmDialog
      opened
      title={t('conflictDesk.endTitle')}
      confirm={t('conflictDesk.endConfirm')}
      busy={end.isPending}
      error={end.error}
      onConfirm={send}
      onClose={onClose}
    >
      <p>{t('conflictDesk.endText', { organisation: row.organisation || t('conflictDesk.general') })}</p>
    </ConfirmDialog>
  );
}

const blank = { interest: 'financial' as (typeof interests)[number], organisation: '', words: '' };

function Declare({ organisations }: Pick<List, 'organisations'>) {
  const { t } = useTranslation('conduct');
  const [typed, setTyped] = useState(blank);
  const declare = useCommand('conflicts.declare');
  const { interest, organisation, words } = typed;
  const send = (event: FormEvent) => {
    event.preventDefault();
    const organisationId = organisation === '' ? null : (organisation as OrganisationId);
    const onSuccess = () => {
      setTyped(blank);
      changed();
    };
    declare.mutate({ body: { interest, organisationId, words } }, { onSuccess });
  };
  return (
    <form className={styles.panel} noValidate onSubmit={send} aria-labelledby="declare">
      <h2 id="declare">{t('conflictDesk.declare')}</h2>
      <p>{t('conflictDesk.declareText')}</p>
      <NativeSelect
        label={t('conflictDesk.organisation')}
        value={organisation}
        data={[
          { value: '', label: t('conflictDesk.general') },
          ...organisations.map(({ id, name }) => ({ value: id as string, label: name })),
        ]}
        onChange={(event) => setTyped({ ...typed, organisation: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('conflictDesk.kind')}
        value={interest}
        data={interests.map((value) => ({ value, label: t(`interest.${value}`) }))}
        onChange={(event) => {
          const found = interests.find((one) => one === event.currentTarget.value);
          if (found !== undefined) setTyped({ ...typed, interest: found });
        }}
      />
      <Textarea
        label={t('conflictDesk.words')}
        description={t('conflictDesk.wordsHelp')}
        value={words}
        maxLength={2000}
        autosize
        minRows={2}
        required
        onChange={(event) => setTyped({ ...typed, words: event.currentTarget.value })}
      />
      {declare.isError && <ErrorState error={declare.error} />}
      <div>
        <Button type="submit" loading={declare.isPending} disabled={words.trim().length < 3}>
          {t('conflictDesk.send')}
        </Button>
      </div>
    </form>
  );
}
