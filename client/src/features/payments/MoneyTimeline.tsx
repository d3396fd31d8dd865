import type { CommitmentView, OfferView, PaymentView } from '@piazza/shared/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApi, type Output } from '../../api/index.ts';
import { LiveRegion } from '../../ui/LiveRegion/LiveRegion.tsx';
import { Timeline } from '../../ui/Timeline/Timeline.tsx';
import { cx } from '../../ui/cx.ts';
import styles from './Payments.module.css';
import { PaymentActs } from './UnderWay.tsx';
import { useComing, usePast, type WayOfMoney } from './way.ts';

interface MoneyTimelineProps {
  readonly commitment: CommitmentView;
  readonly offer: OfferView | undefined;
}

/** What happens to the money of a commitment, and when: what was, what is, what comes. */
export function MoneyTimeline({ commitment, offer }: MoneyTimelineProps) {
  const overview = useApi('payments.overview').data;
  const { data } = useApi('payments.ofCommitment', { params: { commitmentId: commitment.id } });
  if (data === undefined || overview === undefined || overview.money === 'wallet') return null;
  return <Way way={{ commitment, offer, ...data }} methods={overview.methods} />;
}

interface WayProps {
  readonly way: WayOfMoney;
  readonly methods: Output<'payments.overview'>['methods'];
}

function Way({ way, methods }: WayProps) {
  const { t } = useTranslation('payments');
  const past = usePast(way);
  const coming = useComing(way);
  const { payment, method } = way;
  const steps = [...past, ...coming];
  return (
    <section aria-labelledby="money-way" className={cx(styles.section, styles.way)}>
      <h2 id="money-way">{t('way.title')}</h2>
      {payment === null && method === null && <p>{t('way.balance')}</p>}
      {payment !== null && <PaymentActs payment={payment} methods={methods} />}
      {steps.length > 0 && <Timeline label={t('way.title')} steps={steps} />}
      {needsMoney(way) && <Link to="/portfolio/payments">{t('way.transfer')}</Link>}
      <LiveRegion text={payment === null ? '' : t(`status.${payment.status}`)} />
    </section>
  );
}

const isLost = (payment: PaymentView | null): boolean =>
  payment?.status === 'failed' || payment?.status === 'cancelled';

/** Whether only money on the balance can still save it. */
const needsMoney = ({ commitment, payment }: WayOfMoney): boolean =>
  isLost(payment) && commitment.status === 'capture_failed';
