import type { Cents, OutgoingId } from '@piazza/shared/values';
import { useTranslation } from 'react-i18next';
import { api, uuid, type Output } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { AskToWithdraw } from './AskToWithdraw.tsx';
import { Payee } from './Payee.tsx';
import styles from './Payments.module.css';
import { Withdrawals } from './Withdrawals.tsx';

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
          <AskToWithdraw ask={ask} stale={['payments.overview', 'wallet.read']} />
        </>
      ) : (
        <Payee payee={payee} pageOf={ownPage} />
      )}
      {withdrawals.length > 0 && (
        <Withdrawals withdrawals={withdrawals} cancel={cancel} stale="payments.overview" />
      )}
    </section>
  );
}

const ask = (amount: Cents, key: string) => api('payments.withdraw', { body: { amount } }, { key });
const cancel = (outgoingId: OutgoingId) =>
  api('payments.cancelWithdrawal', { params: { outgoingId } }, { key: uuid() });

const ownPage = async (): Promise<string> => {
  const body = { back: '/portfolio/payments' };
  return (await api('payments.beginPayee', { body }, { key: uuid() })).url;
};
