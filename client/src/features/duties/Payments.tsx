import { Button } from '@mantine/core';
import type { DutiesView } from '@piazza/shared/contract';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import styles from './Duties.module.css';
import { PaymentForm } from './PaymentForm.tsx';
import { readAgain } from './read-again.ts';

interface Props {
  readonly duties: DutiesView;
  readonly issuer: boolean;
}
type Payment = DutiesView['payments'][number];

/** Payments to holders; their issuer declares them here, and takes back what trading has not stopped for yet. */
export function Payments({ duties, issuer }: Props) {
  const { t } = useTranslation('duties');
  const { listingId, payments, stop, since } = duties;
  const open = issuer && stop !== 'delisted' && since !== null;
  return (
    <section aria-labelledby="duty-payments" className={styles.part}>
      <h2 id="duty-payments">{t('payments')}</h2>
      {payments.length === 0 && <p>{t('noPayments')}</p>}
      <ul className={styles.list}>
        {payments.map((payment) => (
          <One key={payment.number} {...{ listingId, payment }} open={open} />
        ))}
      </ul>
      {open && <PaymentForm listingId={listingId} />}
    </section>
  );
}

interface OneProps {
  readonly listingId: DutiesView['listingId'];
  readonly payment: Payment;
  readonly open: boolean;
}

function One({ listingId, payment, open }: OneProps) {
  const { t } = useTranslation('duties');
  const format = useFormat();
  const { number, resumesAt, stopsFrom, words, status } = payment;
  const withdraw = useCommand('duties.withdrawPayment');
  const date = format.longDate(resumesAt);
  return (
    <li className={styles.item}>
      <p>
        {t('payment', { date, from: format.longDate(stopsFrom) })} · {t(`payStatus.${status}`)}
      </p>
      <p>{words}</p>
      {open && status === 'declared' && (
        <div>
          <Button
            variant="default"
            loading={withdraw.isPending}
            aria-label={t('withdrawNamed', { date })}
            onClick={() =>
              withdraw.mutate({ params: { listingId, payment: number } }, { onSuccess: readAgain })
            }
          >
            {t('withdraw')}
          </Button>
        </div>
      )}
      {withdraw.isError && <ErrorState error={withdraw.error} />}
    </li>
  );
}
