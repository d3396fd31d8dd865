import { Button, NativeSelect } from '@mantine/core';
import { distributionKinds, type DistributionView } from '@piazza/shared/contract';
import { cents } from '@piazza/shared/values';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient, queryKey, useCommand } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { EuroInput } from '../../ui/EuroInput/EuroInput.tsx';
import { readEuro } from '../../ui/EuroInput/read.ts';
import styles from './Payments.module.css';

/** Announced payments to holders, and the money that is set aside for each. */
export function Distributions({ distributions }: { readonly distributions: readonly DistributionView[] }) {
  const { t } = useTranslation('payments');
  return (
    <section className={styles.section} aria-labelledby="distributions">
      <h2 id="distributions">{t('issuer.holders')}</h2>
      {distributions.length === 0 && <p className={styles.hint}>{t('issuer.noHolders')}</p>}
      <ul className={styles.list} hidden={distributions.length === 0}>
        {distributions.map((one) => (
          <li key={`${one.listingId}/${one.number}`} className={styles.row}>
            <One distribution={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function One({ distribution }: { readonly distribution: DistributionView }) {
  const { t } = useTranslation('payments');
  const format = useFormat();
  const { title, number, dueAt, as, amount, fundedAt, sharedAt } = distribution;
  const kind = as === null ? '' : t(`issuer.kind.${as}`);
  const about = { amount: format.moneyExact(amount ?? 0), kind };
  const funded = sharedAt === null ? t('issuer.funded', about) : t('issuer.shared', about);
  return (
    <>
      <span className={styles.what}>
        <strong>{t('issuer.due', { title, number, date: format.date(dueAt) })}</strong>
        <span className={styles.hint}>{fundedAt === null ? t('issuer.notFunded') : funded}</span>
      </span>
      {fundedAt === null && <Fund distribution={distribution} />}
    </>
  );
}

function Fund({ distribution }: { readonly distribution: DistributionView }) {
  const { t } = useTranslation('payments');
  const { locale } = useFormat();
  const { listingId, number, title } = distribution;
  const [text, setText] = useState('');
  const [as, setAs] = useState<(typeof distributionKinds)[number]>('dividend');
  const [wrong, setWrong] = useState(false);
  const fund = useCommand('payments.distribute');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const value = readEuro(text, locale);
    setWrong(value === null || value === 0);
    if (value === null || value === 0) return;
    fund.mutate(
      { params: { listingId, number }, body: { as, amount: cents(value) } },
      { onSuccess: () => void queryClient.invalidateQueries({ queryKey: queryKey('payments.issuer') }) },
    );
  };
  return (
    <form
      noValidate
      onSubmit={submit}
      className={styles.form}
      aria-label={t('issuer.fundOf', { number, title })}
    >
      <NativeSelect
        label={t('issuer.as')}
        value={as}
        onChange={(event) => setAs(event.currentTarget.value as typeof as)}
        data={distributionKinds.map((value) => ({ value, label: t(`issuer.kind.${value}`) }))}
      />
      <EuroInput
        id={`fund-${listingId}-${number}`}
        label={t('withdraw.amount')}
        value={text}
        onChange={setText}
        error={wrong ? t('transfer.invalid') : undefined}
      />
      <Button type="submit" loading={fund.isPending}>
        {t('issuer.fund')}
      </Button>
      {fund.error !== null && <ErrorState error={fund.error} />}
    </form>
  );
}
