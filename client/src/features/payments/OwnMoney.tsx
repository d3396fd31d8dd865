import type { IssuerMoney } from '@piazza/shared/contract';
import type { Cents, OrganisationId, OutgoingId } from '@piazza/shared/values';
import { useTranslation } from 'react-i18next';
import { api, uuid } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { AskToWithdraw } from './AskToWithdraw.tsx';
import styles from './Payments.module.css';
import { Withdrawals } from './Withdrawals.tsx';

interface OwnMoneyProps {
  readonly money: IssuerMoney;
  readonly organisationId: OrganisationId;
}

/** An issuer's own money that no payment to holders has used, and its way back to the issuer's bank. */
export function OwnMoney({ money, organisationId }: OwnMoneyProps) {
  const { t } = useTranslation('payments');
  const { withdrawals } = money;
  const params = { organisationId };
  const ask = (amount: Cents, key: string) =>
    api('payments.issuerWithdraw', { params, body: { amount } }, { key });
  const cancel = (outgoingId: OutgoingId) =>
    api('payments.issuerCancelWithdrawal', { params: { ...params, outgoingId } }, { key: uuid() });
  return (
    <section className={styles.section} aria-labelledby="own-money">
      <h2 id="own-money">{t('issuer.own.title')}</h2>
      <p className={styles.hint}>{t('issuer.own.why')}</p>
      <Way money={money} ask={ask} />
      {withdrawals.length > 0 && (
        <Withdrawals withdrawals={withdrawals} cancel={cancel} stale="payments.issuer" />
      )}
    </section>
  );
}

interface WayProps {
  readonly money: IssuerMoney;
  readonly ask: (amount: Cents, key: string) => Promise<unknown>;
}

/** What may leave now, or why nothing may. */
function Way({ money: { payee, withdrawable, withdrawalAlone }, ask }: WayProps) {
  const { t } = useTranslation('payments');
  const format = useFormat();
  if (withdrawable === null) return <p>{t('issuer.own.overdue')}</p>;
  if (withdrawable === 0) return <p>{t('issuer.own.none')}</p>;
  return (
    <>
      <p>
        {t('withdraw.free')}: <strong>{format.moneyExact(withdrawable)}</strong>
      </p>
      {payee === 'ready' ? (
        <>
          <p className={styles.hint}>{t('withdraw.four', { limit: format.money(withdrawalAlone) })}</p>
          <AskToWithdraw ask={ask} stale={['payments.issuer']} />
        </>
      ) : (
        <p>{t('issuer.own.account')}</p>
      )}
    </>
  );
}
