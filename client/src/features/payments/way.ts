import type { CommitmentView, KnownMethod, OfferView, PaymentView } from '@piazza/shared/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import type { TimelineStep } from '../../ui/Timeline/Timeline.tsx';
import { useExplanation } from './explain.ts';
import { useMethodName } from './method-name.ts';

/** A commitment, what is to pay it, and the payment where one was begun. */
export interface WayOfMoney {
  readonly commitment: CommitmentView;
  readonly offer: OfferView | undefined;
  readonly payment: PaymentView | null;
  readonly method: KnownMethod | null;
}

type Step = TimelineStep;
const endings: readonly CommitmentView['status'][] = ['settled', 'released', 'lapsed', 'revoked'];

/** What happened to the money so far, and where it stands. */
export function usePast(way: WayOfMoney): readonly Step[] {
  const { t } = useTranslation('payments');
  const format = useFormat();
  const explain = useExplanation();
  const nameOf = useMethodName();
  const after = useAfterwards(way);
  const { commitment, payment, method } = way;
  if (payment === null && method === null) return [];
  const { reflectionEndsAt, status } = commitment;
  if (payment === null && endings.includes(status))
    return [{ key: 'never', title: t('status.cancelled'), text: t('explain.cancelled'), state: 'done' }];
  const reflection: Step = {
    key: 'reflection',
    title: t('way.reflection'),
    at: reflectionEndsAt,
    text: t('way.reflectionText'),
    state: payment === null ? 'now' : 'done',
  };
  const before = reflectionEndsAt === null ? [] : [reflection];
  if (payment === null) return before;
  const { timeline, reversibleUntil } = payment;
  const isOver =
    after.length > 0 ||
    endings.includes(status) ||
    (payment.status === 'succeeded' && reversibleUntil === null);
  return [
    ...before,
    {
      key: 'charge',
      title: t('way.charge', { amount: format.money(payment.amount) }),
      at: timeline[0]?.at ?? null,
      text: payment.method === null ? undefined : t('way.chargeText', { method: nameOf(payment.method) }),
      state: 'done',
    },
    {
      key: 'now',
      title: t(`status.${payment.status}`),
      at: timeline.at(-1)?.at ?? null,
      text: explain(payment),
      state: isOver ? 'done' : 'now',
    },
    ...after,
  ];
}

/** What came of a payment that is over: money that goes back, or another way in which it was paid. */
function useAfterwards({ commitment, payment }: WayOfMoney): readonly Step[] {
  const { t } = useTranslation('payments');
  const format = useFormat();
  if (payment === null) return [];
  const amount = format.money(commitment.amount);
  const back = payment.refunds.map((refund): Step => {
    const done = refund.status === 'succeeded' || refund.status === 'failed';
    return {
      key: refund.id,
      title: t(`refund.${refund.status}`, { amount: format.money(refund.amount) }),
      at: refund.timeline.at(-1)?.at ?? null,
      state: done ? 'done' : 'now',
    };
  });
  if (payment.status !== 'failed' && payment.status !== 'cancelled') return back;
  const held = commitment.timeline.find(({ step }) => step === 'captured');
  if (held !== undefined)
    return [
      ...back,
      { key: 'held', title: t('way.held'), at: held.at, text: t('way.heldText'), state: 'done' },
    ];
  if (commitment.status !== 'capture_failed') return back;
  const text = t('way.missingText', { amount });
  return [...back, { key: 'missing', title: t('way.missing'), text, state: 'now' }];
}

/** What is still to come. */
export function useComing({ commitment, offer, payment, method }: WayOfMoney): readonly Step[] {
  const { t } = useTranslation('payments');
  const format = useFormat();
  const nameOf = useMethodName();
  const { status } = commitment;
  if (endings.includes(status) || (payment === null && method === null)) return [];
  const charge: Step = {
    key: 'charge',
    title: t('way.charge', { amount: format.money(commitment.amount) }),
    at: commitment.reflectionEndsAt,
    text: method === null ? undefined : t('way.chargeText', { method: nameOf(method) }),
    state: 'ahead',
  };
  const decision: Step = {
    key: 'decision',
    title: t('way.decision'),
    at: offer?.closesAt ?? null,
    text: t('way.decisionText'),
    state: status === 'allotted' ? 'done' : 'ahead',
  };
  const isReversible = payment === null ? method?.kind === 'sepa_debit' : payment.reversibleUntil !== null;
  const delivery: Step = {
    key: 'delivery',
    title: t('way.delivery'),
    at: payment?.reversibleUntil ?? null,
    text: t('way.deliveryReversible'),
    state: 'ahead',
  };
  return [
    ...(payment === null ? [charge] : []),
    ...(offer === undefined ? [] : [decision]),
    ...(isReversible ? [delivery] : []),
  ];
}
