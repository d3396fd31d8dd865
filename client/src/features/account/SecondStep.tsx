import { Button, TextInput } from '@mantine/core';
import type { Session } from '@piazza/shared/contract';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api, passkeysWork, Refused, showPasskey, Unreachable, type Facts } from '../../api/index.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import styles from './Account.module.css';

/** Signs in by what `enter` resolves to; keeps what went wrong. */
function useEntry(onSession: (begun: Session) => void) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const enter = async (entry: () => Promise<Session>): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      onSession(await entry());
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };
  return { busy, error, enter: (entry: () => Promise<Session>) => void enter(entry) };
}

async function byPasskey(pending?: string): Promise<Session> {
  const wait = pending === undefined ? {} : { pending };
  const { ceremony, options } = await api('auth.askPasskey', { body: wait });
  const credential = await showPasskey(options);
  return api('auth.passkey', { body: { ceremony, credential, ...wait } });
}

function Problem({ error }: { readonly error: unknown }) {
  const { t } = useTranslation('account');
  if (error === null) return null;
  if (error instanceof Refused || error instanceof Unreachable) return <ErrorState error={error} />;
  return <p role="alert">{t('secondStep.declined')}</p>;
}

interface EntryProps {
  readonly onSession: (begun: Session) => void;
}

/** A sign-in without address or password, where this browser can. */
export function PasskeyEntry({ onSession }: EntryProps) {
  const { t } = useTranslation('account');
  const { busy, error, enter } = useEntry(onSession);
  if (!passkeysWork()) return null;
  return (
    <div className={styles.links}>
      <Problem error={error} />
      <Button
        variant="default"
        loading={busy}
        className={styles.submit ?? ''}
        onClick={() => enter(byPasskey)}
      >
        {t('secondStep.passkeyAlone')}
      </Button>
    </div>
  );
}

interface SecondStepProps extends EntryProps {
  /** What the refusal of the password alone said: the token of this step and its methods. */
  readonly facts: Facts;
  readonly onAgain: () => void;
}

/** After the password: a code of the app, a recovery code or a passkey. */
export function SecondStep({ facts, onSession, onAgain }: SecondStepProps) {
  const { t } = useTranslation('account');
  const { busy, error, enter } = useEntry(onSession);
  const [code, setCode] = useState('');
  const field = useRef<HTMLInputElement>(null);
  // It takes the place of the form that was just sent, and so the focus that was there.
  useEffect(() => field.current?.focus(), []);
  const pending = String(facts['pending']);
  const methods = (facts['methods'] ?? []) as readonly string[];
  const send = (event: FormEvent) => {
    event.preventDefault();
    enter(() => api('auth.secondFactor', { body: { pending, code: code.trim() } }));
  };
  return (
    <form noValidate onSubmit={send} className={styles.form}>
      <p>{t('secondStep.lead')}</p>
      <Problem error={error} />
      <TextInput
        label={t('secondStep.code')}
        description={t('secondStep.hint')}
        value={code}
        onChange={({ currentTarget }) => setCode(currentTarget.value)}
        autoComplete="one-time-code"
        maxLength={20}
        required
        ref={field}
      />
      <Button type="submit" loading={busy} disabled={code.trim().length < 6} className={styles.submit ?? ''}>
        {t('signIn.submit')}
      </Button>
      {methods.includes('passkey') && passkeysWork() && (
        <Button
          variant="default"
          disabled={busy}
          className={styles.submit ?? ''}
          onClick={() => enter(() => byPasskey(pending))}
        >
          {t('secondStep.passkey')}
        </Button>
      )}
      <Button variant="subtle" className={styles.submit ?? ''} onClick={onAgain}>
        {t('secondStep.again')}
      </Button>
    </form>
  );
}
