import { Button, Modal, PasswordInput, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api, passkeysWork, showPasskey, type Input } from '../../api/index.ts';
import type { Question } from './guard.ts';
import { Problem } from './Problem.tsx';
import styles from './Proof.module.css';

type Proof = Input<'security.stepUp'>['body']['proof'];

async function passkeyProof(): Promise<Proof> {
  const { ceremony, options } = await api('security.askStepUp');
  return { kind: 'passkey', ceremony, credential: await showPasskey(options) };
}

/** Sends a proof; closes the question where it is taken. */
function useProof({ answered }: Question) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const prove = async (proofOf: () => Promise<Proof>): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await api('security.stepUp', { body: { proof: await proofOf() } });
      answered();
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };
  return { busy, error, prove: (proofOf: () => Promise<Proof>) => void prove(proofOf) };
}

/** Asks once more who is there: by password, code or passkey, whatever counts for this account. */
export function ProofDialog({ question }: { readonly question: Question }) {
  const { t } = useTranslation(['security', 'account']);
  const { methods, declined } = question;
  const { busy, error, prove } = useProof(question);
  const [typed, setTyped] = useState('');
  const byCode = methods.includes('code');
  const send = (event: FormEvent) => {
    event.preventDefault();
    prove(() =>
      Promise.resolve(byCode ? { kind: 'code', code: typed.trim() } : { kind: 'password', password: typed }),
    );
  };
  const field = {
    value: typed,
    onChange: (event: { currentTarget: HTMLInputElement }) => setTyped(event.currentTarget.value),
    required: true,
    'data-autofocus': true,
  };
  return (
    <Modal
      opened
      onClose={declined}
      title={t('proof.title')}
      closeButtonProps={{ 'aria-label': t('twoFactor.cancel') }}
    >
      <form noValidate onSubmit={send} className={styles.form}>
        <p>{t('proof.lead')}</p>
        <Problem error={error} />
        {byCode ? (
          <TextInput {...field} label={t('proof.code')} autoComplete="one-time-code" maxLength={20} />
        ) : (
          <PasswordInput
            {...field}
            label={t('proof.password')}
            autoComplete="current-password"
            maxLength={128}
            visibilityToggleButtonProps={{ 'aria-label': t('account:field.show') }}
          />
        )}
        <div className={styles.acts}>
          <Button type="submit" loading={busy} disabled={typed.trim() === ''}>
            {t('proof.confirm')}
          </Button>
          {methods.includes('passkey') && passkeysWork() && (
            <Button variant="default" disabled={busy} onClick={() => prove(passkeyProof)}>
              {t('proof.passkey')}
            </Button>
          )}
        </div>
      </form>
    </Modal>
  );
}
