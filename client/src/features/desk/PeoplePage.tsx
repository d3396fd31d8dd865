import { tiers, roles as allRoles, type Role, type Tier } from '@piazza/shared/contract';
import { Button, Modal, NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient, useCommand, useMe, usePages, type Output } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { DataTable, type Column } from '../../ui/DataTable/DataTable.tsx';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { LiveRegion } from '../../ui/LiveRegion/LiveRegion.tsx';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import styles from './Desk.module.css';
import { DeskPage } from './DeskPage.tsx';

type Person = Output<'people.list'>['items'][number];

/** Who is on the venue, their tier, and for administrators their roles. */
export function PeoplePage() {
  const { t } = useTranslation(['desk', 'ui']);
  const format = useFormat();
  const me = useMe();
  const people = usePages('people.list', { query: { limit: 50 } });
  const [tierOf, setTierOf] = useState<Person | null>(null);
  const [rolesOf, setRolesOf] = useState<Person | null>(null);
  const [done, setDone] = useState('');
  const rows = people.data?.pages.flatMap((page) => page.items) ?? [];
  const finish = (person: Person) => {
    setTierOf(null);
    setRolesOf(null);
    setDone(t('people.saved', { name: person.displayName }));
    void queryClient.invalidateQueries({ queryKey: ['people.list'] });
  };
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
    {
      key: 'acts',
      title: t('people.acts'),
      cell: (row) => (
        <span className={styles.actions}>
          {me?.roles.includes('operator') === true && row.roles.includes('investor') && (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={t('people.setTier', { name: row.displayName })}
              onClick={() => setTierOf(row)}
            >
              {t('people.change')}
            </Button>
          )}
          {me?.roles.includes('administrator') === true && (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={t('people.rolesOf', { name: row.displayName })}
              onClick={() => setRolesOf(row)}
            >
              {t('people.setRoles')}
            </Button>
          )}
        </span>
      ),
    },
  ];
  return (
    <DeskPage title={t('people.title')} lead={t('people.lead')}>
      {people.isPending && <Skeletons shape="rows" count={6} />}
      {people.isError && <ErrorState error={people.error} onRetry={() => void people.refetch()} />}
      {people.isSuccess && (
        <DataTable
          caption={t('people.caption')}
          captionHidden
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
        />
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
      {tierOf !== null && <TierDialog person={tierOf} onDone={finish} onClose={() => setTierOf(null)} />}
      {rolesOf !== null && <RolesDialog person={rolesOf} onDone={finish} onClose={() => setRolesOf(null)} />}
      <LiveRegion text={done} />
    </DeskPage>
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

interface DialogProps {
  readonly person: Person;
  readonly onDone: (person: Person) => void;
  readonly onClose: () => void;
}

function TierDialog({ person, onDone, onClose }: DialogProps) {
  const { t } = useTranslation(['desk', 'ui']);
  const [tier, setTier] = useState<Tier>(person.tier);
  const [reason, setReason] = useState('');
  const command = useCommand('people.setTier');
  const same = tier === person.tier;
  const send = () =>
    command.mutate({ params: { personId: person.id }, body: { tier, reason } }, { onSuccess: onDone });
  return (
    <Dialog title={t('people.setTier', { name: person.displayName })} onClose={onClose}>
      <NativeSelect
        label={t('people.tier')}
        value={tier}
        data={tiers.map((value) => ({ value, label: t(`ui:tier.${value}`) }))}
        description={same ? t('people.same') : undefined}
        onChange={(event) => setTier(event.currentTarget.value as Tier)}
      />
      <Reason value={reason} onChange={setReason} />
      {command.isError && <ErrorState error={command.error} />}
      <Button disabled={same || reason.trim().length < 3} loading={command.isPending} onClick={send}>
        {t('people.save')}
      </Button>
    </Dialog>
  );
}

function RolesDialog({ person, onDone, onClose }: DialogProps) {
  const { t } = useTranslation(['desk', 'ui']);
  const [role, setRole] = useState<Role>('verifier');
  const [reason, setReason] = useState('');
  const command = useCommand('people.setRole');
  const granted = !person.roles.includes(role);
  const send = () =>
    command.mutate(
      { params: { personId: person.id }, body: { role, granted, reason } },
      { onSuccess: onDone },
    );
  return (
    <Dialog title={t('people.rolesOf', { name: person.displayName })} onClose={onClose}>
      <NativeSelect
        label={t('people.role')}
        value={role}
        data={allRoles.map((value) => ({ value, label: t(`ui:role.${value}`) }))}
        onChange={(event) => setRole(event.currentTarget.value as Role)}
      />
      <Reason value={reason} onChange={setReason} />
      {command.isError && <ErrorState error={command.error} />}
      <Button
        color={granted ? 'terracotta' : 'vino'}
        disabled={reason.trim().length < 3}
        loading={command.isPending}
        onClick={send}
      >
        {granted ? t('people.grant') : t('people.withdraw')}
      </Button>
    </Dialog>
  );
}

interface DialogFrameProps extends Pick<DialogProps, 'onClose'> {
  readonly title: string;
  readonly children: React.ReactNode;
}

function Dialog({ title, onClose, children }: DialogFrameProps) {
  const { t } = useTranslation('ui');
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('confirm.cancel') }}>
      <div className={styles.stack}>{children}</div>
    </Modal>
  );
}

function Reason({ value, onChange }: { readonly value: string; readonly onChange: (text: string) => void }) {
  const { t } = useTranslation('desk');
  return (
    <Textarea
      label={t('people.reason')}
      description={t('review.reasonHelp')}
      value={value}
      maxLength={2000}
      autosize
      minRows={2}
      required
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
