import type { CommitmentView, OfferView, PaymentView } from '@piazza/shared/contract';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { Timeline, type TimelineStep } from '../../ui/Timeline/Timeline.tsx';
import { useExplanation } from './explain.ts';
import { useMethodName } from './method-name.ts';
import styles from './Payments.module.css';
import { PaymentActs } from './UnderWay.tsx';

interface MoneyTimelineProps {
  readonly commitment: CommitmentView;
  readonly offer: OfferView | undefined;
}

/** What happens to the money of a commitment, and when: what was, what is, what comes. */
export function MoneyTimeline({ commitment, offer }: MoneyTimelineProps) {
  const { t } = useTranslation('payments');
  const overview = useApi('payments.overview').data;
  const { data } = useApi('payments.ofCommitment', { params: { commitmentId: commitment.id } });
  const past = usePast(commitment, data?.payment ?? null);
  const coming = useComing(commitment, offer, data?.payment ?? null);
  if (data === undefined || overview === undefined || overview.money === 'wallet') return null;
  const { payment } = data;
  return (
    <section aria-labelledby="money-way" className={styles.section}>
      <h2 id="money-way">{t('way.title')}</h2>
      {payment === null ? (
        <p>{t('way.balance')}</p>
      ) : (
        <>
          <Timeline label={t('way.title')} steps={[...past, ...coming]} />
          <PaymentActs payment={payment} methods={overview.methods} />
        </>
      )}
    </section>
  );
}

type Step = TimelineStep;

/** What happened to the money so far. */
function usePast(commitment: CommitmentView, payment: PaymentView | null): readonly Step[] {
  const { t } = useTranslation('payments');
  const format = useFormat();
  const explain = useExplanation();
  const nameOf = useMethodName();
  if (payment === null) return [];
  const { status, timeline, method, refunds, reversibleUntil } = payment;
  const isOver = status === 'succeeded' && reversibleUntil === null;
  const reflection: Step = {
    key: 'reflection',
    title: t('way.reflection'),
    at: commitment.reflectionEndsAt,
    text: t('way.reflectionText'),
    state: 'done',
  };
  return [
    ...(commitment.reflectionEndsAt === null ? [] : [reflection]),
    {
      key: 'charge',
      title: t('way.charge', { amount: format.money(payment.amount) }),
      at: timeline[0]?.at ?? null,
      text: method === null ? undefined : t('way.chargeText', { method: nameOf(method) }),
      state: 'done',
    },
    {
      key: 'now',
      title: t(`status.${status}`),
      at: timeline.at(-1)?.at ?? null,
      text: explain(payment),
      state: isOver ? 'done' : 'now',
    },
    ...refunds.map((refund): Step => {
      const done = refund.status === 'succeeded' || refund.status === 'failed';
      return {
        key: refund.id,
        title: t(`refund.${refund.status}`, { amount: format.money(refund.amount) }),
        at: refund.timeline.at(-1)?.at ?? null,
        state: done ? 'done' : 'now',
      };
    }),
  ];
}

/** What is still to come. */
function useComing(
  { status }: CommitmentView,
  offer: OfferView | undefined,
  payment: PaymentView | null,
): readonly Step[] {
  const { t } = useTranslation('payments');
  if (payment === null || ['settled', 'released', 'lapsed', 'revoked'].includes(status)) return [];
  const decision: Step = {
    key: 'decision',
    title: t('way.decision'),
    at: offer?.closesAt ?? null,
    text: t('way.decisionText'),
    state: status === 'allotted' ? 'done' : 'ahead',
  };
  const delivery: Step = {
    key: 'delivery',
    title: t('way.delivery'),
    at: payment.reversibleUntil,
    text: t('way.deliveryReversible'),
    state: 'ahead',
  };
  return [
    ...(offer === undefined ? [] : [decision]),
    ...(payment.reversibleUntil === null ? [] : [delivery]),
  ];
}
