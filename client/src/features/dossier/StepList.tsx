import { IconCircleCheck, IconCircleDashed, IconPoint } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { cx } from '../../ui/cx.ts';
import styles from './Dossier.module.css';
import type { StepProps } from './DossierPage.tsx';
import { missingIn, steps, type Step } from './steps.ts';

/** The parts of the dossier, each with what it still lacks. */
export function StepList({ dossier, current }: StepProps & { readonly current: Step }) {
  const { t } = useTranslation('dossier');
  return (
    <nav aria-label={t('steps')}>
      <ol className={styles.steps}>
        {steps.map((step) => (
          <li key={step}>
            <Link
              to="/issuer/organisations/$organisationId/dossier"
              params={{ organisationId: dossier.organisation.id }}
              search={{ step }}
              resetScroll={false}
              className={cx(styles.step, step === current && styles.current)}
              {...(step === current ? { 'aria-current': 'step' as const } : {})}
            >
              <State missing={missingIn(step, dossier)} />
              <span>
                {t(`step.${step}.name`)}
                <Hint missing={missingIn(step, dossier)} />
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function State({ missing }: { readonly missing: number | null }) {
  if (missing === null) return <IconPoint size={20} aria-hidden="true" />;
  return missing === 0 ? (
    <IconCircleCheck size={20} aria-hidden="true" className={styles.done ?? ''} />
  ) : (
    <IconCircleDashed size={20} aria-hidden="true" className={styles.open ?? ''} />
  );
}

function Hint({ missing }: { readonly missing: number | null }) {
  const { t } = useTranslation('dossier');
  if (missing === null) return null;
  return <small>{missing === 0 ? t('done') : t('missing', { count: missing })}</small>;
}
