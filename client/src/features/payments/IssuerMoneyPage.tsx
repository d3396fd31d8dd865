import type { IssuerMoney } from '@piazza/shared/contract';
import type { OrganisationId } from '@piazza/shared/values';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, useApi, uuid } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { Facts } from '../../ui/Facts/Facts.tsx';
import { PageHeader } from '../../ui/PageHeader/PageHeader.tsx';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import { BankTransfer } from './BankTransfer.tsx';
import { Distributions } from './Distributions.tsx';
import { MoneyNote } from './MoneyNote.tsx';
import { OwnMoney } from './OwnMoney.tsx';
import { Payee } from './Payee.tsx';
import styles from './Payments.module.css';

/** An issuer's money: raised, kept back, paid out, and what it pays its holders. */
export function IssuerMoneyPage() {
  const { t } = useTranslation('payments');
  const { organisationId } = useParams({ from: '/issuer/organisations/$organisationId/money' });
  const organisation = useApi('organisations.mine').data?.items.find(({ id }) => id === organisationId);
  const { data, error, isPending, refetch } = useApi('payments.issuer', { params: { organisationId } });
  return (
    <>
      <PageHeader
        eyebrow={<Link to="/issuer">{t('issuer.back')}</Link>}
        title={t('issuer.title', { name: organisation?.name ?? '…' })}
        lead={t('issuer.lead')}
      />
      {isPending && <Skeletons shape="rows" />}
      {error !== null && <ErrorState error={error} onRetry={() => void refetch()} size="page" />}
      {data !== undefined && <Money money={data} organisationId={organisationId} />}
    </>
  );
}

interface MoneyProps {
  readonly money: IssuerMoney;
  readonly organisationId: OrganisationId;
}

function Money({ money, organisationId }: MoneyProps) {
  const { t } = useTranslation('payments');
  const format = useFormat();
  const sums = ['proceeds', 'onTheWay', 'retained', 'paidOut', 'funds', 'fundsBound'] as const;
  const facts = sums.map((name) => ({ label: t(`issuer.${name}`), value: format.moneyExact(money[name]) }));
  return (
    <div className={styles.sections}>
      <MoneyNote money={money.money} />
      <section className={styles.section} aria-label={t('issuer.lead')}>
        <Facts facts={facts} />
        <p>
          <Link to="/issuer/organisations/$organisationId/statement" params={{ organisationId }}>
            {t('account.open')}
          </Link>
        </p>
      </section>
      {money.money === 'wallet' ? (
        <EmptyState title={t('off.title')}>{t('desk.off')}</EmptyState>
      ) : (
        <>
          <Account {...{ money, organisationId }} />
          <Payouts payouts={money.payouts} />
          <BankTransfer
            title={t('issuer.send')}
            why={t('issuer.sendWhy')}
            fundings={money.fundings}
            organisationId={organisationId}
          />
          <Distributions distributions={money.distributions} />
          <OwnMoney {...{ money, organisationId }} />
        </>
      )}
    </div>
  );
}

function Account({ money, organisationId }: MoneyProps) {
  const { t } = useTranslation('payments');
  const pageOf = async (): Promise<string> => {
    const body = { back: `/issuer/organisations/${organisationId}/money` };
    return (await api('payments.beginIssuerPayee', { params: { organisationId }, body }, { key: uuid() }))
      .url;
  };
  return (
    <section className={styles.section} aria-labelledby="payee">
      <h2 id="payee">{t('issuer.account')}</h2>
      {money.payee === 'ready' ? (
        <p>{t('issuer.accountReady')}</p>
      ) : (
        <>
          <p className={styles.hint}>{t('issuer.accountWhy')}</p>
          <Payee payee={money.payee} pageOf={pageOf} />
        </>
      )}
    </section>
  );
}

function Payouts({ payouts }: Pick<IssuerMoney, 'payouts'>) {
  const { t } = useTranslation('payments');
  const format = useFormat();
  return (
    <section className={styles.section} aria-labelledby="payouts">
      <h2 id="payouts">{t('issuer.payouts')}</h2>
      {payouts.length === 0 && <p className={styles.hint}>{t('issuer.noPayouts')}</p>}
      <ul className={styles.list} hidden={payouts.length === 0}>
        {payouts.map(({ id, amount, status, timeline }) => (
          <li key={id} className={styles.row}>
            <span className={styles.what}>
              <strong>{format.moneyExact(amount)}</strong>
              <span className={styles.hint}>
                {t(`out.${status}`)} · {format.dateTime(timeline.at(-1)?.at ?? 0)}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
