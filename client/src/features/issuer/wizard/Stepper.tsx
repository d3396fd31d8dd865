import type { ListingId } from '@piazza/shared/values';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { cx } from '../../../ui/cx.ts';
import type { Step } from '../draft/fields.ts';
import { isComplete, type StepProgress } from '../draft/progress.ts';
import styles from './Stepper.module.css';

interface StepperProps {
  readonly listingId: ListingId;
  readonly current: Step;
  readonly progress: readonly StepProgress[];
}

/** The steps as a portico: each arch is as full as its step. */
export function Stepper({ listingId, current, progress }: StepperProps) {
  const { t } = useTranslation('issuer');
  return (
    <nav aria-label={t('wizard.steps')} className={styles.stepper}>
      <ol className={styles.steps}>
        {progress.map((each) => (
          <li key={each.step}>
            <Link
              to="/issuer/listings/$listingId"
              params={{ listingId }}
              search={{ step: each.step }}
              resetScroll={false}
              className={cx(styles.step, each.step === current && styles.current)}
              {...(each.step === current ? { 'aria-current': 'step' as const } : {})}
            >
              <Arch progress={each} whole={isComplete(progress)} />
              <span className={styles.name}>{t(`step.${each.step}.name`)}</span>
              <StepState progress={each} />
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Arch({ progress, whole }: { readonly progress: StepProgress; readonly whole: boolean }) {
  const { required, done, problems } = progress;
  const share = required === 0 ? Number(whole) : done / required;
  return (
    <span aria-hidden="true" className={cx(styles.arch, problems.length > 0 && styles.faulty)}>
      <span className={styles.fill} style={{ height: `${share * 100}%` }} />
    </span>
  );
}

function StepState({ progress }: { readonly progress: StepProgress }) {
  const { t } = useTranslation('issuer');
  const { step, required, done, problems } = progress;
  if (step === 'check') return null;
  const text =
    problems.length > 0
      ? t('wizard.stepWrong', { count: problems.length })
      : done === required
        ? t('wizard.stepReady')
        : t('wizard.stepDone', { done, required });
  return <span className={cx(styles.state, problems.length > 0 && styles.wrong)}>{text}</span>;
}
