import { Button } from '@mantine/core';
import type { IdentityCase } from '@piazza/shared/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApi, usePages } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { DataTable, type Column } from '../../ui/DataTable/DataTable.tsx';
import { DeskPage } from '../../ui/DeskPage/DeskPage.tsx';
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import { ClassRequests } from './ClassRequests.tsx';
import styles from './Onboarding.module.css';

/** Who people say they are, and who asks for the class: what waits stands first. */
export function IdentitiesDeskPage() {
  const { t } = useTranslation('onboarding');
  const waiting = useApi('protection.identities', { query: { status: 'submitted', limit: 100 } });
  return (
    <DeskPage title={t('desk.identities')} lead={t('desk.identitiesLead')}>
      {waiting.isPending && <Skeletons shape="rows" count={4} />}
      {waiting.isError && <ErrorState error={waiting.error} onRetry={() => void waiting.refetch()} />}
      {waiting.data?.items.length === 0 && (
        <EmptyState title={t('desk.none')}>{t('desk.noneText')}</EmptyState>
      )}
      {waiting.isSuccess && waiting.data.items.length > 0 && (
        <Cases caption={t('desk.caption')} rows={waiting.data.items} />
      )}
      <h2 className={styles.later}>{t('desk.classes')}</h2>
      <ClassRequests />
      <Decided />
    </DeskPage>
  );
}

/** Those that wait for nobody any more. */
function Decided() {
  const { t } = useTranslation(['onboarding', 'ui']);
  const read = usePages('protection.identities', { query: { limit: 50 } });
  const all = read.data?.pages.flatMap((page) => page.items) ?? [];
  const rows = all.filter(({ status }) => status !== 'submitted');
  if (rows.length === 0) return null;
  return (
    <>
      <h2 className={styles.later}>{t('onboarding:desk.decidedCases')}</h2>
      <Cases caption={t('onboarding:desk.decidedCases')} rows={rows} />
      {read.hasNextPage && (
        <Button
          variant="default"
          mt="lg"
          loading={read.isFetchingNextPage}
          onClick={() => void read.fetchNextPage()}
        >
          {t('ui:more')}
        </Button>
      )}
    </>
  );
}

interface CasesProps {
  readonly caption: string;
  readonly rows: readonly IdentityCase[];
}

function Cases({ caption, rows }: CasesProps) {
  const { t } = useTranslation('onboarding');
  const format = useFormat();
  const columns: readonly Column<IdentityCase>[] = [
    {
      key: 'name',
      title: t('desk.name'),
      cell: ({ personId, displayName: name }) => (
        <Link to="/desk/identities/$personId" params={{ personId }} aria-label={t('desk.open', { name })}>
          {name}
        </Link>
      ),
      sortBy: (row) => row.displayName,
    },
    { key: 'status', title: t('desk.status'), cell: (row) => t(`desk.statuses.${row.status}`) },
    {
      key: 'since',
      title: t('desk.since'),
      cell: (row) => format.dateTime(row.submittedAt),
      sortBy: (row) => row.submittedAt,
    },
    {
      key: 'others',
      title: t('desk.others'),
      cell: (row) => format.list(row.sameAs.map(({ displayName }) => displayName)),
    },
  ];
  return (
    <DataTable caption={caption} captionHidden columns={columns} rows={rows} rowKey={(row) => row.personId} />
  );
}
