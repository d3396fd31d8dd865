import { Button } from '@mantine/core';
import type { FundingView } from '@piazza/shared/contract';
import { cents, type OrganisationId } from '@piazza/shared/values';
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

function readAgain(): void {
  for (const name of ['payments.overview', 'payments.issuer'] as const)
    void queryClient.invalidateQueries({ queryKey: queryKey(name) });
}

interface BankTransferProps {
  readonly title: string;
  readonly why: string;
  readonly fundings: readonly FundingView[];
  /** For the organisation that sends it; for the reader where there is none. */
  readonly organisationId?: OrganisationId;
}

/** Money sent by bank transfer: how much, where to, what has arrived. */
export function BankTransfer({ title, why, fundings, organisationId }: BankTransferProps) {
  const { t } = useTranslation('payments');
  const [account, setAccount] = useState<Account | null>(null);
  const own = useCommand('payments.instructions');
  const issuers = useCommand('payments.issuerInstructions');
  const instructions = organisationId === undefined ? own : issuers;
  const show = () =>
    organisationId === undefined
      ? own.mutate({}, { onSuccess: setAccount })
      : issuers.mutate({ params: { organisationId } }, { onSuccess: setAccount });
  return (
    <section aria-labelledby="transfer" className={styles.section}>
      <h2 id="transfer">{title}</h2>
      <p className={styles.hint}>{why}</p>
      <Announce onAnnounced={show} {...(organisationId === undefined ? {} : { organisationId })} />
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
      {fundings.length > 0 && <Announced fundings={fundings} mine={organisationId === undefined} />}
    </section>
  );
}

interface AnnounceProps {
  readonly onAnnounced: () => void;
  readonly organisationId?: OrganisationId;
}

function Announce({ onAnnounced, organisationId }: AnnounceProps) {
  const { t } = useTranslation('payments');
  const { locale } = useFormat();
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);
  const own = useCommand('payments.announce');
  const issuers = useCommand('payments.issuerAnnounce');
  const announce = organisationId === undefined ? own : issuers;
  const onSuccess = () => {
    setText('');
    onAnnounced();
    readAgain();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const value = readEuro(text, locale);
    setWrong(value === null || value === 0);
    if (value === null || value === 0) return;
    const body = { amount: cents(value) };
    if (organisationId === undefined) own.mutate({ body }, { onSuccess });
    else issuers.mutate({ params: { organisationId }, body }, { onSuccess });
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

function Announced({
  fundings,
  mine,
}: {
  readonly fundings: readonly FundingView[];
  readonly mine: boolean;
}) {
  const { t } = useTranslation('payments');
  const format = useFormat();
  const cancel = useCommand('payments.cancelFunding');
  const end = ({ id }: FundingView) => cancel.mutate({ params: { fundingId: id } }, { onSuccess: readAgain });
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
            {mine && (one.status === 'awaited' || one.status === 'partial') && (
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
