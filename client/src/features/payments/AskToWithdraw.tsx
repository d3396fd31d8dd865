import { Button } from '@mantine/core';
import { cents, type Cents } from '@piazza/shared/values';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient, queryKey, uuid, type ReadName } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog/ConfirmDialog.tsx';
import { EuroInput } from '../../ui/EuroInput/EuroInput.tsx';
import { readEuro } from '../../ui/EuroInput/read.ts';
import { LiveRegion } from '../../ui/LiveRegion/LiveRegion.tsx';
import { useAct } from '../../ui/Proof/guard.ts';
import { Problem } from '../../ui/Proof/Problem.tsx';
import styles from './Payments.module.css';

interface Asking {
  /** Asks for it, once under each key. */
  readonly ask: (amount: Cents, key: string) => Promise<unknown>;
  /** What is to be read again then. */
  readonly stale: readonly ReadName[];
}

/** How much is to leave, asked once more before it does. */
export function AskToWithdraw({ ask, stale }: Asking) {
  const { t } = useTranslation('payments');
  const format = useFormat();
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);
  const [asked, setAsked] = useState<number | null>(null);
  const [said, setSaid] = useState('');
  const { run, busy, error } = useAct();
  const [key, setKey] = useState(uuid);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const value = readEuro(text, format.locale);
    setWrong(value === null || value === 0);
    if (value !== null && value > 0) setAsked(value);
  };
  const send = (value: number) =>
    run(async () => {
      // Closed first: where a proof is asked for, that question stands alone.
      setAsked(null);
      await ask(cents(value), key);
      setKey(uuid());
      setText('');
      setSaid(t('withdraw.asked'));
      for (const name of stale) await queryClient.invalidateQueries({ queryKey: queryKey(name) });
    });
  const amount = format.moneyExact(asked ?? 0);
  return (
    <form noValidate onSubmit={submit} className={styles.form}>
      <EuroInput
        id="withdraw-amount"
        label={t('withdraw.amount')}
        value={text}
        onChange={setText}
        error={wrong ? t('transfer.invalid') : undefined}
      />
      <Button type="submit" size="lg" loading={busy}>
        {t('withdraw.send')}
      </Button>
      <Problem error={error} />
      <LiveRegion text={said} />
      <ConfirmDialog
        opened={asked !== null}
        title={t('withdraw.confirmTitle', { amount })}
        confirm={t('withdraw.confirm', { amount })}
        onConfirm={() => asked !== null && send(asked)}
        onClose={() => setAsked(null)}
      >
        <p>{t('withdraw.confirmText')}</p>
      </ConfirmDialog>
    </form>
  );
}
