import { Button } from '@mantine/core';
import type { ListingId } from '@piazza/shared/values';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { steps, type Step } from '../draft/fields.ts';
import { SaveStatus } from './SaveStatus.tsx';
import styles from './Wizard.module.css';

interface StepButtonsProps {
  readonly listingId: ListingId;
  readonly step: Step;
}

/** The way to the other steps, always in sight, and between them how far the draft is saved. */
export function StepButtons({ listingId, step }: StepButtonsProps) {
  const { t } = useTranslation('issuer');
  const at = steps.indexOf(step);
  const [before, after] = [steps[at - 1], steps[at + 1]];
  return (
    <div className={styles.buttons}>
      {before !== undefined && (
        <Button
          variant="default"
          renderRoot={(props) => <StepLink {...props} listingId={listingId} step={before} />}
        >
          {t('wizard.previous')}
        </Button>
      )}
      <SaveStatus />
      {after !== undefined && (
        <Button renderRoot={(props) => <StepLink {...props} listingId={listingId} step={after} />}>
          <span>
            {t('wizard.next')}
            <span className={styles.nextName}>: {t(`step.${after}.name`)}</span>
          </span>
        </Button>
      )}
    </div>
  );
}

function StepLink({ listingId, step, ...props }: StepButtonsProps & Record<string, unknown>) {
  return <Link to="/issuer/listings/$listingId" params={{ listingId }} search={{ step }} {...props} />;
}
