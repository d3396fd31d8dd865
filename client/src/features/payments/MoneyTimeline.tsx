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
  const steps = useSteps(commitment, offer, data?.payment ?? null);
  if (data === undefined || overview === undefined || overview.money === 'wallet') return null;
  const { payment } = data;
  return (
    <section aria-labelledby="money-way" className={styles.section}>
      <h2 id="money-way">{t('way.title')}</h2>
      {payment === null ? (
        <p>{t('way.balance')}</p>
      ) : (
        <>
          <Timeline label={t('way.title')} steps={steps} />
          <PaymentActs payment={payment} methods={overview.methods} />
        </>
      )}
    </section>
  );
}

type Step = TimelineStep;

function useSteps(
  commitment: CommitmentView,
  offer: OfferView | undefined,
  payment: PaymentView | null,
): readonly Step[] {
  const { t } = useTranslation('payments');
  const format = useFormat();
  const explain = useExplanation();
  const nameOf = useMethodName();
  if (payment === null) return [];
  const amount = format.money(payment.amount);
  const steps: Step[] = [];
  const { reflectionEndsAt } = commitment;
  const begun = payment.timeline[0]?.at ?? 0;
  if (reflectionEndsAt !== null)
    steps.push({
      key: 'reflection',
      title: t('way.reflection'),
      at: reflectionEndsAt,
      text: t('way.reflectionText'),
      state: 'done',
    });
  steps.push({
    key: 'charge',
    title: t('way.charge', { amount }),
    at: begun,
    text: payment.method === null ? undefined : t('way.chargeText', { method: nameOf(payment.method) }),
    state: 'done',
  });
  const isOver = payment.status === 'succeeded' && payment.reversibleUntil === null;
  steps.push({
    key: 'now',
    title: t(`status.${payment.status}`),
    at: payment.timeline.at(-1)?.at ?? null,
    text: explain(payment),
    state: isOver ? 'done' : 'now',
  });
  for (const { id, amount: back, status, timeline } of payment.refunds)
    steps.push({
      key: id,
      title: t(`refund.${status}`, { amount: format.money(back) }),
      at: timeline.at(-1)?.at ?? null,
      state: status === 'succeeded' || status === 'failed' ? 'done' : 'now',
    });
  const ended = ['settled', 'released', 'lapsed', 'revoked'].includes(commitment.status);
  if (!ended && offer !== undefined)
    steps.push({
      key: 'decision',
      title: t('way.decision'),
      at: offer.closesAt,
      text: t('way.decisionText'),
      state: commitment.status === 'allotted' ? 'done' : 'ahead',
    });
  if (!ended && payment.reversibleUntil !== null)
    steps.push({
      key: 'delivery',
      title: t('way.delivery'),
      at: payment.reversibleUntil,
      text: t('way.deliveryReversible'),
      state: 'ahead',
    });
  return steps;
}
