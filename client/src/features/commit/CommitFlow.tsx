import type { OfferView } from '@piazza/shared/contract';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { AmountStep } from './AmountStep.tsx';
import styles from './CommitPage.module.css';
import { bodyOf } from './draft.ts';
import { ReviewStep } from './ReviewStep.tsx';
import { steps, type FlowStep } from './search.ts';
import { StepHeading } from './StepHeading.tsx';
import { StepList } from './StepList.tsx';
import { Summary } from './Summary.tsx';
import { useFlow } from './useFlow.ts';
import type { Placing } from './usePlacement.ts';
import { WarningsStep } from './WarningsStep.tsx';

interface CommitFlowProps extends Pick<Placing, 'placement' | 'place' | 'reset'> {
  readonly offer: OfferView;
  readonly personId: string;
}

/** The three steps. What is filled in stays while one goes back and forth, also by the browser's own buttons. */
export function CommitFlow({ offer, personId, placement, place, reset }: CommitFlowProps) {
  const { t } = useTranslation('commit');
  const navigate = useNavigate({ from: '/offers/$offerId/commit' });
  const flow = useFlow(offer, personId);
  const { step, size, large, draft, free } = flow;
  const [begun] = useState(step);
  const [moved, setMoved] = useState(false);
  if (step !== begun && !moved) setMoved(true);
  const go = (to: FlowStep) => {
    reset();
    void navigate({ search: { step: to }, resetScroll: false });
  };
  return (
    <div className={styles.flow}>
      <div className={styles.steps}>
        <StepList current={step} />
        <StepHeading key={step} focus={moved}>
          <span className="visually-hidden">{t('flow.stepOf', { step: steps.indexOf(step) + 1 })}: </span>
          {t(`${step}.title`)}
        </StepHeading>
        {placement.state === 'refused' && step !== 'review' && <ErrorState error={placement.error} />}
        {step === 'amount' && <AmountStep offer={offer} flow={flow} onNext={() => go('warnings')} />}
        {step === 'warnings' && size !== null && (
          <WarningsStep
            offer={offer}
            flow={{ ...flow, size }}
            onNext={() => go('review')}
            onBack={() => go('amount')}
          />
        )}
        {step === 'review' && size !== null && (
          <ReviewStep
            offer={offer}
            flow={{ ...flow, size }}
            placement={placement}
            onCommit={() => place(bodyOf(draft, size, large))}
            onGo={go}
          />
        )}
      </div>
      <Summary offer={offer} size={size} free={free} />
    </div>
  );
}
