import { Button } from '@mantine/core';
import type { OfferView } from '@piazza/shared/contract';
import { policy } from '@piazza/shared/policy';
import { endOfRomeDay, millis } from '@piazza/shared/values';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import { useVenueNow } from '../../realtime/index.ts';
import { ReflectionNotice } from '../../ui/Commitment/ReflectionNotice.tsx';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { Facts } from '../../ui/Facts/Facts.tsx';
import styles from './ReviewStep.module.css';
import { Sending } from './Sending.tsx';
import { Shortfall } from './Shortfall.tsx';
import { useMethodText } from './method-text.ts';
import type { SizedFlow } from './useFlow.ts';
import type { Placement } from './usePlacement.ts';
import type { FlowStep } from './search.ts';

interface ReviewStepProps {
  readonly offer: OfferView;
  readonly flow: SizedFlow;
  readonly placement: Placement;
  readonly onCommit: () => void;
  readonly onGo: (step: FlowStep) => void;
}

const secondMs = 1_000;

/** Step 3: everything once more, the notice of the reflection period immediately before, and the act itself. */
export function ReviewStep(props: ReviewStepProps) {
  const { offer, flow, placement, onCommit, onGo } = props;
  const { size, free, fee, sophisticated, chooseSize } = flow;
  const due = size.amount + fee.of(size.amount);
  const { t } = useTranslation('commit');
  const format = useFormat();
  const now = useVenueNow(secondMs);
  const endsAt = sophisticated ? null : endOfRomeDay(millis(now), policy.reflectionDays);
  const sending = placement.state === 'sending';
  const short = !sending && flow.method === null && free !== undefined && free < due;
  return (
    <>
      <div className={styles.facts}>
        <Facts facts={useFacts(offer, flow)} />
      </div>
      <ReflectionNotice endsAt={endsAt} when="before" />
      {placement.state === 'refused' && (
        <div className={styles.refused}>
          <ErrorState error={placement.error} />
          <WayOn code={placement.error.code} onGo={onGo} />
        </div>
      )}
      {short && (
        <Shortfall
          offer={offer}
          due={due}
          dueOf={(cents) => cents + fee.of(cents)}
          free={free}
          choose={chooseSize}
          onToppedUp={() => setTimeout(() => document.getElementById('commit-now')?.focus(), 50)}
        />
      )}
      <div className={styles.acts}>
        <Button variant="default" size="lg" disabled={sending} onClick={() => onGo('warnings')}>
          {t('flow.previous')}
        </Button>
        {!short && (
          <Button id="commit-now" size="lg" loading={sending} onClick={onCommit}>
            {t('review.commit', { amount: format.money(size.amount) })}
          </Button>
        )}
      </div>
      <Sending active={sending} />
    </>
  );
}

function useFacts(offer: OfferView, { size, free, fee, method }: SizedFlow) {
  const { t } = useTranslation(['commit', 'ui']);
  const format = useFormat();
  const methodText = useMethodText();
  const count = { units: format.number(size.units), price: format.money(offer.price) };
  const due = size.amount + fee.of(size.amount);
  const facts = [
    { label: t('commit:review.offer'), value: offer.title },
    { label: t('commit:review.venture'), value: offer.organisation.name },
    { label: t('commit:review.instrument'), value: t(`ui:instrument.${offer.instrument}`) },
    { label: t('commit:review.units'), value: t('commit:summary.unitsText', count) },
    { label: t('commit:review.amount'), value: format.moneyExact(size.amount) },
    ...fee.facts(fee.of(size.amount)),
  ];
  if (method !== null) {
    return [...facts, { label: t('commit:payBy.label'), value: methodText(method) }];
  }
  return free === undefined || free < due
    ? facts
    : [...facts, { label: t('commit:review.after'), value: format.moneyExact(free - due) }];
}

/** The step at which a refusal can be put right. */
function WayOn({ code, onGo }: { readonly code: string; readonly onGo: (step: FlowStep) => void }) {
  const { t } = useTranslation('commit');
  const sizes = [
    'not_a_lot',
    'below_minimum_ticket',
    'above_hard_cap',
    'insufficient_funds',
    'method_limit',
    'method_not_usable',
  ];
  const reading = ['warning_not_acknowledged', 'understanding_not_proved'];
  if (!sizes.includes(code) && !reading.includes(code)) return null;
  return sizes.includes(code) ? (
    <Button variant="default" mt="sm" onClick={() => onGo('amount')}>
      {t('refused.change')}
    </Button>
  ) : (
    <Button variant="default" mt="sm" onClick={() => onGo('warnings')}>
      {t('refused.reread')}
    </Button>
  );
}
