import { Button } from '@mantine/core';
import type { FundingView } from '@piazza/shared/contract';
import { cents } from '@piazza/shared/values';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient, queryKey, useCommand, type Output } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { CopyButton } from '../../ui/CopyButton/CopyButton.tsx';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { EuroInput } from '../../ui/EuroInput/EuroInput.tsx';
import { readEuro } from '../../ui/EuroInput/read.ts';
import { Facts } from '../../ui/Facts/Facts.tsx';
import { LiveRegion } from '../../ui/LiveRegion/LiveRegion.tsx';
import styles from './Payments.module.css';

type Account = Output<'payments.instructions'>;

/** Money sent by bank transfer to one's balance: how much, where to, what has arrived. */
export function BankTransfer({ fundings }: { readonly fundings: readonly FundingView[] }) {
  const { t } = useTranslation('payments');
  const [account, setAccount] = useState<Account | null>(null);
  const instructions = useCommand('payments.instructions');
  const show = () => instructions.mutate({}, { onSuccess: setAccount });
  return (
    <section aria-labelledby="transfer" className={styles.section}>
      <h2 id="transfer">{t('transfer.title')}</h2>
      <p className={styles.hint}>{t('transfer.why')}</p>
      <Announce onAnnounced={show} />
      {account === null ? (
        <div>
          <Button variant="default" loading={instructions.isPending} onClick={show}>
            {t('transfer.show')}
          </Button>
        </div>
      ) : (
        <Where account={account} />
      )}
      {instructions.error !== null && <ErrorState error={instructions.error} onRetry={show} />}
      {fundings.length > 0 && <Announced fundings={fundings} />}
    </section>
  );
}

function Announce({ onAnnounced }: { readonly onAnnounced: () => void }) {
  const { t } = useTranslation('payments');
  const { locale } = useFormat();
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);
  const announce = useCommand('payments.announce');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const value = readEuro(text, locale);
    setWrong(value === null || value === 0);
    if (value === null || value === 0) return;
    announce.mutate(
      { body: { amount: cents(value) } },
      {
        onSuccess: () => {
          setText('');
          onAnnounced();
          void queryClient.invalidateQueries({ queryKey: queryKey('payments.overview') });
        },
      },
    );
  };
  return (
    <form noValidate onSubmit={submit} className={styles.form}>
      <EuroInput
        id="transfer-amount"
        label={t('transfer.amount')}
        value={text}
        onChange={setText}
        error={wrong ? t('transfer.invalid') : undefined}
      />
      <Button type="submit" size="lg" loading={announce.isPending}>
        {t('transfer.announce')}
      </Button>
      {announce.error !== null && <ErrorState error={announce.error} />}
      <LiveRegion text={announce.isSuccess ? t('transfer.announced') : ''} />
    </form>
  );
}

function Where({ account }: { readonly account: Account }) {
  const { t } = useTranslation('payments');
  const facts = [
    { label: t('transfer.holder'), value: account.holder },
    {
      label: t('transfer.iban'),
      value: (
        <span className={styles.acts}>
          {account.iban} <CopyButton value={account.iban} label={t('transfer.copyIban')} />
        </span>
      ),
    },
    { label: t('transfer.bic'), value: account.bic },
    { label: t('transfer.bank'), value: account.bank },
  ];
  return <Facts facts={facts} />;
}

function Announced({ fundings }: { readonly fundings: readonly FundingView[] }) {
  const { t } = useTranslation('payments');
  const format = useFormat();
  const cancel = useCommand('payments.cancelFunding');
  const end = ({ id }: FundingView) =>
    cancel.mutate(
      { params: { fundingId: id } },
      { onSuccess: () => void queryClient.invalidateQueries({ queryKey: queryKey('payments.overview') }) },
    );
  return (
    <>
      <h3>{t('transfer.list')}</h3>
      {cancel.error !== null && <ErrorState error={cancel.error} />}
      <ul className={styles.list}>
        {fundings.map((one) => (
          <li key={one.id} className={styles.row}>
            <span className={styles.what}>
              <strong>{format.moneyExact(one.amount)}</strong>
              <span className={styles.hint}>
                {t(`transfer.status.${one.status}`)}
                {one.status === 'partial' &&
                  ` · ${t('transfer.received', { received: format.money(one.received), amount: format.money(one.amount) })}`}
                {` · ${format.date(one.at)}`}
              </span>
            </span>
            {(one.status === 'awaited' || one.status === 'partial') && (
              <Button
                variant="default"
                size="xs"
                loading={cancel.isPending && cancel.variables.params.fundingId === one.id}
                aria-label={t('transfer.cancelThis', { amount: format.money(one.amount) })}
                onClick={() => end(one)}
              >
                {t('transfer.cancel')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <LiveRegion text={cancel.isSuccess ? t('transfer.cancelled') : ''} />
    </>
  );
}
