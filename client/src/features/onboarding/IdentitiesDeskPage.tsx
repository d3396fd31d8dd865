import { Button } from '@mantine/core';
import type { IdentityCase } from '@piazza/shared/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { usePages } from '../../api/index.ts';
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
  const { t } = useTranslation(['onboarding', 'ui']);
  const read = usePages('protection.identities', { query: { limit: 50 } });
  const rows = read.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <DeskPage title={t('desk.identities')} lead={t('desk.identitiesLead')}>
      {read.isPending && <Skeletons shape="rows" count={4} />}
      {read.isError && <ErrorState error={read.error} onRetry={() => void read.refetch()} />}
      {read.isSuccess && rows.length === 0 && (
        <EmptyState title={t('desk.none')}>{t('desk.noneText')}</EmptyState>
      )}
      {rows.length > 0 && <Cases rows={rows} />}
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
      <h2 className={styles.later}>{t('desk.classes')}</h2>
      <ClassRequests />
    </DeskPage>
  );
}

function Cases({ rows }: { readonly rows: readonly IdentityCase[] }) {
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
    <DataTable
      caption={t('desk.caption')}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={(row) => row.personId}
    />
  );
}
