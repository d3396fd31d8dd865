import type { OfferView } from '@piazza/shared/contract';
import { useTranslation } from 'react-i18next';
import { useOfferProgress, useVenueNow } from '../../realtime/index.ts';
import { Timeline, type TimelineStep } from '../../ui/Timeline/Timeline.tsx';
import styles from './VenturePage.module.css';

const order = ['scheduled', 'open', 'closing', 'allotting'] as const;
const outcomes = ['funded', 'failed', 'cancelled'] as const;

/** How far the offer is; one on hold is as far as its times say. */
function phaseOf({ opensAt, closesAt }: OfferView, status: string, now: number): number {
  if (status !== 'suspended') return order.findIndex((each) => each === status);
  if (now < opensAt) return 0;
  return now < closesAt ? 1 : 2;
}

/** The dates of an offer, from its opening to its outcome. */
export function Milestones({ offer }: { readonly offer: OfferView }) {
  const { t } = useTranslation('venture');
  const { status, decisionAt } = useOfferProgress(offer);
  const outcome = outcomes.find((each) => each === status);
  const now = useVenueNow(60_000);
  const reached = outcome === undefined ? phaseOf(offer, status, now) : order.length;
  const stateAt = (place: number): TimelineStep['state'] =>
    reached > place ? 'done' : reached === place ? 'now' : 'ahead';
  const steps: TimelineStep[] = [
    {
      key: 'opens',
      title: t(reached > 0 ? 'milestones.opened' : 'milestones.opens'),
      at: offer.opensAt,
      state: stateAt(0),
    },
    {
      key: 'closes',
      title: t(reached > 1 ? 'milestones.closed' : 'milestones.closes'),
      at: offer.closesAt,
      state: stateAt(1),
    },
    {
      key: 'decision',
      title: t(outcome === undefined ? 'milestones.decision' : `milestones.${outcome}`),
      at: decisionAt,
      ...(decisionAt === null && outcome === undefined ? { text: t('milestones.decisionText') } : {}),
      state: outcome === undefined ? stateAt(2) : 'done',
    },
  ];
  return (
    <section aria-labelledby="milestones" className={styles.box}>
      <h2 id="milestones" className={styles.title}>
        {t('milestones.title')}
      </h2>
      <Timeline steps={steps} label={t('milestones.title')} />
    </section>
  );
}
