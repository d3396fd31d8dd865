import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient, useMe, usePages } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { DataTable, type Column } from '../../ui/DataTable/DataTable.tsx';
import { DeskPage } from '../../ui/DeskPage/DeskPage.tsx';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { LiveRegion } from '../../ui/LiveRegion/LiveRegion.tsx';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import styles from './Desk.module.css';
import { RolesDialog, TierDialog, type Person } from './PersonDialogs.tsx';

/** What is being changed, and of whom. */
interface Changing {
  readonly what: 'tier' | 'roles';
  readonly person: Person;
}

/** Who is on the venue, their tier, and for administrators their roles. */
export function PeoplePage() {
  const { t } = useTranslation(['desk', 'ui']);
  const people = usePages('people.list', { query: { limit: 50 } });
  const [changing, setChanging] = useState<Changing | null>(null);
  const [done, setDone] = useState('');
  const close = () => setChanging(null);
  const finish = (person: Person) => {
    close();
    setDone(t('people.saved', { name: person.displayName }));
    void queryClient.invalidateQueries({ queryKey: ['people.list'] });
  };
  return (
    <DeskPage title={t('people.title')} lead={t('people.lead')}>
      {people.isPending && <Skeletons shape="rows" count={6} />}
      {people.isError && <ErrorState error={people.error} onRetry={() => void people.refetch()} />}
      {people.isSuccess && (
        <PeopleTable rows={people.data.pages.flatMap((page) => page.items)} onChange={setChanging} />
      )}
      {people.hasNextPage && (
        <Button
          variant="default"
          mt="lg"
          loading={people.isFetchingNextPage}
          onClick={() => void people.fetchNextPage()}
        >
          {t('ui:more')}
        </Button>
      )}
      {changing?.what === 'tier' && <TierDialog person={changing.person} onDone={finish} onClose={close} />}
      {changing?.what === 'roles' && <RolesDialog person={changing.person} onDone={finish} onClose={close} />}
      <LiveRegion text={done} />
    </DeskPage>
  );
}

interface PeopleTableProps {
  readonly rows: readonly Person[];
  readonly onChange: (changing: Changing) => void;
}

function PeopleTable({ rows, onChange }: PeopleTableProps) {
  const { t } = useTranslation(['desk', 'ui']);
  const format = useFormat();
  const columns: readonly Column<Person>[] = [
    {
      key: 'name',
      title: t('people.name'),
      cell: (row) => <Name person={row} />,
      sortBy: (row) => row.displayName,
    },
    {
      key: 'roles',
      title: t('people.roles'),
      cell: (row) => format.list(row.roles.map((role) => t(`ui:role.${role}`))),
    },
    {
      key: 'tier',
      title: t('people.tier'),
      cell: (row) => t(`ui:tier.${row.tier}`),
      sortBy: (row) => row.tier,
    },
    {
      key: 'since',
      title: t('people.since'),
      cell: (row) => format.date(row.since),
      sortBy: (row) => row.since,
    },
    { key: 'acts', title: t('people.acts'), cell: (row) => <Acts person={row} onChange={onChange} /> },
  ];
  return (
    <DataTable
      caption={t('people.caption')}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
    />
  );
}

interface ActsProps {
  readonly person: Person;
  readonly onChange: (changing: Changing) => void;
}

/** What this reader may change of the person. */
function Acts({ person, onChange }: ActsProps) {
  const { t } = useTranslation('desk');
  const me = useMe();
  const name = person.displayName;
  const tier = me?.roles.includes('operator') === true && person.roles.includes('investor');
  return (
    <span className={styles.actions}>
      {tier && (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t('people.setTier', { name })}
          onClick={() => onChange({ what: 'tier', person })}
        >
          {t('people.change')}
        </Button>
      )}
      {me?.roles.includes('administrator') === true && (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t('people.rolesOf', { name })}
          onClick={() => onChange({ what: 'roles', person })}
        >
          {t('people.setRoles')}
        </Button>
      )}
    </span>
  );
}

function Name({ person }: { readonly person: Person }) {
  return (
    <span className={styles.venture}>
      {person.displayName}
      <small>{person.email}</small>
    </span>
  );
}
