import { Button, TextInput } from '@mantine/core';
import { contract, type DossierView } from '@piazza/shared/contract';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog/ConfirmDialog.tsx';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import styles from './Dossier.module.css';
import type { StepProps } from './DossierPage.tsx';
import { useSaved } from './useSave.ts';

const { email: address } = contract['dossier.invite'].body.shape;

/** Who acts for the organisation, and who was asked to. */
export function RepresentativesStep({ dossier }: StepProps) {
  const { t } = useTranslation('dossier');
  return (
    <div className={styles.stack}>
      <h3>{t('representatives.now')}</h3>
      <ul className={styles.list}>
        {dossier.representatives.map((one) => (
          <Representative key={one.id} dossier={dossier} one={one} />
        ))}
      </ul>
      {dossier.invitations.length > 0 && <Invitations dossier={dossier} />}
      <Invite dossier={dossier} />
    </div>
  );
}

interface RepresentativeProps extends StepProps {
  readonly one: DossierView['representatives'][number];
}

function Representative({ dossier, one }: RepresentativeProps) {
  const { t } = useTranslation('dossier');
  const [asking, setAsking] = useState(false);
  const remove = useCommand('dossier.removeRepresentative');
  const saved = useSaved();
  const params = { organisationId: dossier.organisation.id, personId: one.id };
  const confirm = () =>
    remove.mutate(
      { params },
      {
        onSuccess: (view) => {
          setAsking(false);
          saved(view);
        },
      },
    );
  return (
    <li className={styles.line}>
      <span>
        {one.name} {one.me && <small>{t('representatives.you')}</small>}
      </span>
      {dossier.representatives.length > 1 && (
        <Button variant="subtle" color="vino" onClick={() => setAsking(true)}>
          {t('representatives.remove', { name: one.name })}
        </Button>
      )}
      <ConfirmDialog
        opened={asking}
        title={t('representatives.removeTitle', { name: one.name })}
        confirm={t('representatives.removeConfirm')}
        dangerous
        busy={remove.isPending}
        error={remove.error}
        onConfirm={confirm}
        onClose={() => setAsking(false)}
      >
        <p>{t(one.me ? 'representatives.removeMe' : 'representatives.removeText')}</p>
      </ConfirmDialog>
    </li>
  );
}

function Invitations({ dossier }: StepProps) {
  const { t } = useTranslation('dossier');
  const format = useFormat();
  const withdraw = useCommand('dossier.withdrawInvitation');
  const saved = useSaved();
  const params = { organisationId: dossier.organisation.id };
  return (
    <>
      <h3>{t('representatives.asked')}</h3>
      <ul className={styles.list}>
        {dossier.invitations.map(({ email, expiresAt }) => (
          <li key={`${email} ${expiresAt}`} className={styles.line}>
            <span>
              {email} <small>{t('representatives.until', { date: format.date(expiresAt) })}</small>
            </span>
            <Button
              variant="subtle"
              onClick={() => withdraw.mutate({ params, body: { email } }, { onSuccess: saved })}
            >
              {t('representatives.withdraw', { email })}
            </Button>
          </li>
        ))}
      </ul>
      {withdraw.error !== null && <ErrorState error={withdraw.error} />}
    </>
  );
}

function Invite({ dossier }: StepProps) {
  const { t } = useTranslation('dossier');
  const [email, setEmail] = useState('');
  const [wrong, setWrong] = useState(false);
  const invite = useCommand('dossier.invite');
  const saved = useSaved();
  const send = (event: FormEvent) => {
    event.preventDefault();
    const parsed = address.safeParse(email.trim());
    setWrong(!parsed.success);
    if (!parsed.success) return document.getElementById('invite-email')?.focus();
    const params = { organisationId: dossier.organisation.id };
    invite.mutate(
      { params, body: { email: parsed.data } },
      {
        onSuccess: (view) => {
          setEmail('');
          saved(view);
        },
      },
    );
  };
  return (
    <form className={styles.form} noValidate onSubmit={send}>
      <h3>{t('representatives.invite')}</h3>
      <TextInput
        id="invite-email"
        type="email"
        label={t('representatives.email')}
        description={t('representatives.emailHelp')}
        error={wrong ? t('representatives.emailWrong') : undefined}
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
        autoComplete="off"
      />
      {invite.error !== null && <ErrorState error={invite.error} />}
      <Button type="submit" loading={invite.isPending}>
        {t('representatives.send')}
      </Button>
    </form>
  );
}
