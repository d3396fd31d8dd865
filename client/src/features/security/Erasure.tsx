import { Button, Checkbox, TextInput } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, session, useApi, useMe } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog/ConfirmDialog.tsx';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { useAct } from '../../ui/Proof/guard.ts';
import { Problem } from '../../ui/Proof/Problem.tsx';
import styles from './Security.module.css';

/** The end of the account: what stands in its way, and the question before it. */
export function Erasure() {
  const { t } = useTranslation('security');
  const query = useApi('security.erasure');
  const { data: venue } = useApi('venue.read');
  const [asking, setAsking] = useState(false);
  const format = useFormat();
  const { obstacles = [], kept = [] } = query.data ?? {};
  const playMoney = venue?.mode === 'SIMULATION' && venue.payments === 'wallet';
  // Play money needs no way out of its own: it goes back with the account.
  const standing = obstacles.filter((one) => !(one === 'money' && playMoney));
  return (
    <section aria-labelledby="erasure" className={styles.section}>
      <h2 id="erasure">{t('erasure.title')}</h2>
      <p className={styles.hint}>{t('erasure.why')}</p>
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {standing.length > 0 && (
        <>
          <p>{t('erasure.blocked')}</p>
          <ul>
            {standing.map((one) => (
              <li key={one}>{t(`erasure.obstacle.${one}`)}</li>
            ))}
          </ul>
        </>
      )}
      {kept.length > 0 && (
        <>
          <p>{t('erasure.kept')}</p>
          <ul>
            {kept.map(({ kind, until }) => (
              <li key={kind}>{t(`erasure.keptKind.${kind}`, { date: format.date(until) })}</li>
            ))}
          </ul>
        </>
      )}
      <Button
        color="vino"
        className={styles.act ?? ''}
        disabled={query.data === undefined || standing.length > 0}
        onClick={() => setAsking(true)}
      >
        {t('erasure.begin')}
      </Button>
      {asking && (
        <Question hasPlayMoney={playMoney && obstacles.includes('money')} onClose={() => setAsking(false)} />
      )}
    </section>
  );
}

interface QuestionProps {
  readonly hasPlayMoney: boolean;
  readonly onClose: () => void;
}

function Question({ hasPlayMoney, onClose }: QuestionProps) {
  const { t } = useTranslation('security');
  const router = useRouter();
  const email = useMe()?.email ?? '';
  const { run, busy, error } = useAct();
  const [confirmation, setConfirmation] = useState('');
  const [giveBack, setGiveBack] = useState(false);
  const erase = () =>
    run(async () => {
      await api('security.erase', { body: { confirmation: confirmation.trim(), giveBack } });
      session.end();
      await router.navigate({ to: '/' });
    });
  return (
    <ConfirmDialog
      opened
      dangerous
      title={t('erasure.dialogTitle')}
      confirm={t('erasure.confirm')}
      busy={busy}
      onConfirm={erase}
      onClose={onClose}
    >
      <div className={styles.form}>
        <p>{t('erasure.dialogText')}</p>
        <Problem error={error} />
        <TextInput
          label={t('erasure.confirmation', { email })}
          value={confirmation}
          onChange={({ currentTarget }) => setConfirmation(currentTarget.value)}
          autoComplete="off"
          maxLength={254}
          required
          data-autofocus
        />
        {hasPlayMoney && (
          <Checkbox
            label={t('erasure.giveBack')}
            checked={giveBack}
            onChange={({ currentTarget }) => setGiveBack(currentTarget.checked)}
          />
        )}
      </div>
    </ConfirmDialog>
  );
}
