import { Button } from '@mantine/core';
import type { OutgoingView } from '@piazza/shared/contract';
import { cents } from '@piazza/shared/values';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api, queryClient, queryKey, useCommand, uuid, type Output } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog/ConfirmDialog.tsx';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { EuroInput } from '../../ui/EuroInput/EuroInput.tsx';
import { readEuro } from '../../ui/EuroInput/read.ts';
import { LiveRegion } from '../../ui/LiveRegion/LiveRegion.tsx';
import { useAct } from '../../ui/Proof/guard.ts';
import { Problem } from '../../ui/Proof/Problem.tsx';
import { Payee } from './Payee.tsx';
import styles from './Payments.module.css';

type Overview = Output<'payments.overview'>;

/** Free cash to one's own bank account: the account, the amount, what is on its way. */
export function Withdraw({ overview }: { readonly overview: Overview }) {
  const { t } = useTranslation('payments');
  const format = useFormat();
  const { payee, withdrawable, withdrawalAlone, withdrawals } = overview;
  return (
    <section aria-labelledby="withdraw" className={styles.section}>
      <h2 id="withdraw">{t('withdraw.title')}</h2>
      <p className={styles.hint}>{t('withdraw.why')}</p>
      <p>
        {t('withdraw.free')}: <strong>{format.moneyExact(withdrawable)}</strong>
      </p>
      {payee === 'ready' ? (
        <>
          <p className={styles.hint}>
            {t('withdraw.ready')} {t('withdraw.four', { limit: format.money(withdrawalAlone) })}
          </p>
          <Ask />
        </>
      ) : (
        <Payee payee={payee} pageOf={ownPage} />
      )}
      {withdrawals.length > 0 && <Withdrawals withdrawals={withdrawals} />}
    </section>
  );
}

const ownPage = async (): Promise<string> => {
  const body = { back: '/portfolio/payments' };
  return (await api('payments.beginPayee', { body }, { key: uuid() })).url;
};

function Ask() {
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
      await api('payments.withdraw', { body: { amount: cents(value) } }, { key });
      setKey(uuid());
      setText('');
      setSaid(t('withdraw.asked'));
      for (const name of ['payments.overview', 'wallet.read'] as const)
        await queryClient.invalidateQueries({ queryKey: queryKey(name) });
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

function Withdrawals({ withdrawals }: { readonly withdrawals: readonly OutgoingView[] }) {
  const { t } = useTranslation('payments');
  const format = useFormat();
  const cancel = useCommand('payments.cancelWithdrawal');
  const end = ({ id }: OutgoingView) =>
    cancel.mutate(
      { params: { outgoingId: id } },
      { onSuccess: () => void queryClient.invalidateQueries({ queryKey: queryKey('payments.overview') }) },
    );
  return (
    <>
      <h3>{t('withdraw.list')}</h3>
      {cancel.error !== null && <ErrorState error={cancel.error} />}
      <ul className={styles.list}>
        {withdrawals.map((one) => (
          <li key={one.id} className={styles.row}>
            <span className={styles.what}>
              <strong>{format.moneyExact(one.amount)}</strong>
              <span className={styles.hint}>
                {t(`out.${one.status}`)} · {format.dateTime(one.timeline.at(-1)?.at ?? 0)}
              </span>
            </span>
            {one.status === 'waiting' && (
              <Button
                variant="default"
                size="xs"
                aria-label={t('withdraw.cancelThis', { amount: format.money(one.amount) })}
                onClick={() => end(one)}
              >
                {t('withdraw.cancel')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <LiveRegion text={cancel.isSuccess ? t('withdraw.cancelled') : ''} />
    </>
  );
}
