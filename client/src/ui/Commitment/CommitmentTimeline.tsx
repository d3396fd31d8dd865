import type { CommitmentView, OfferView } from '@piazza/shared/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import { useVenueNow } from '../../realtime/index.ts';
import { Timeline, type TimelineStep } from '../Timeline/Timeline.tsx';
import { stepsOf, type Step } from './steps.ts';

interface CommitmentTimelineProps {
  readonly commitment: CommitmentView;
  /** Left out until it is read; the dates it gives are missing then. */
  readonly offer: OfferView | undefined;
}

const minuteMs = 60_000;

/** The way of one commitment: what happened, what it waits for, what is to come, with dates known or latest. */
export function CommitmentTimeline({ commitment, offer }: CommitmentTimelineProps) {
  const { t } = useTranslation('commitment');
  const explain = useExplanations(commitment);
  const now = useVenueNow(minuteMs);
  const steps = stepsOf(commitment, offer, now).map((step, at): TimelineStep => {
    const { kind, state, latest } = step;
    const title = kind === 'closing' && state === 'done' ? t('timeline.closingDone') : t(`timeline.${kind}`);
    return {
      key: `${at}.${kind}`,
      title: latest ? `${title} · ${t('timeline.latest')}` : title,
      at: step.at,
      text: explain(step),
      state,
    };
  });
  return <Timeline label={t('timeline.label')} steps={steps} />;
}

function useExplanations(commitment: CommitmentView): (step: Step) => string {
  const { t } = useTranslation('commitment');
  const format = useFormat();
  const { allottedUnits, allottedAmount, reflectionEndsAt } = commitment;
  const amount = format.money(commitment.amount);
  const units = format.number(allottedUnits);
  const paid = { units, amount: format.money(allottedAmount) };
  const rest = format.money(commitment.amount - allottedAmount);
  return ({ kind, state }) => {
    if (kind === 'pledged' && reflectionEndsAt === null) return t('timeline.firmText');
    if (kind === 'closing' && state === 'done') return t('timeline.closingDoneText');
    if (kind === 'allotted' && allottedUnits === 0) return t('timeline.allottedNoneText');
    if (kind !== 'settled') return t(`timeline.${kind}Text`, { amount, units });
    return allottedAmount === commitment.amount
      ? t('timeline.settledText', paid)
      : t('timeline.settledRestText', { ...paid, rest });
  };
}
