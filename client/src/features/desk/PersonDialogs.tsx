import { roles as allRoles, tiers, type Role, type Tier } from '@piazza/shared/contract';
import { Button, Modal, NativeSelect, Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, type Output } from '../../api/index.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import styles from './Desk.module.css';

export type Person = Output<'people.list'>['items'][number];

interface DialogProps {
  readonly person: Person;
  readonly onDone: (person: Person) => void;
  readonly onClose: () => void;
}

/** Proposes the allotment tier an operator has verified. */
export function TierDialog({ person, onDone, onClose }: DialogProps) {
  const { t } = useTranslation(['desk', 'ui']);
  const [tier, setTier] = useState<Tier>(person.tier);
  const [reason, setReason] = useState('');
  const command = useCommand('people.setTier');
  const same = tier === person.tier;
  const send = () =>
    command.mutate(
      { params: { personId: person.id }, body: { tier, reason } },
      { onSuccess: () => onDone(person) },
    );
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

/** Proposes to grant a role or to withdraw it. */
export function RolesDialog({ person, onDone, onClose }: DialogProps) {
  const { t } = useTranslation(['desk', 'ui']);
  const [role, setRole] = useState<Role>('verifier');
  const [reason, setReason] = useState('');
  const command = useCommand('people.setRole');
  const granted = !person.roles.includes(role);
  const send = () =>
    command.mutate(
      { params: { personId: person.id }, body: { role, granted, reason } },
      { onSuccess: () => onDone(person) },
    );
  return (
    <Dialog title={t('people.rolesOf', { name: person.displayName })} onClose={onClose}>
      <NativeSelect
        label={t('people.role')}
        value={role}
        data={allRoles.map((value) => ({ value, label: t(`ui:role.${value}`) }))}
        onChange={(event) => setRole(event.currentTarget.value as Role)}
      />
      {role === 'investor' && !granted && <p className={styles.soft}>{t('people.ordersLeave')}</p>}
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
  readonly children: ReactNode;
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
