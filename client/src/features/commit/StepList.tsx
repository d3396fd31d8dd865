import { useTranslation } from 'react-i18next';
import { cx } from '../../ui/cx.ts';
import { steps, type FlowStep } from './search.ts';
import styles from './StepList.module.css';

/** Where one stands on the way, as three arches that fill. */
export function StepList({ current }: { readonly current: FlowStep }) {
  const { t } = useTranslation('commit');
  const at = steps.indexOf(current);
  return (
    <ol className={styles.steps} aria-label={t('flow.steps')}>
      {steps.map((step, index) => (
        <li
          key={step}
          className={cx(styles.step, index < at && styles.done, index === at && styles.now)}
          {...(index === at ? { 'aria-current': 'step' } : {})}
        >
          <span className={styles.arch} aria-hidden="true">
            {index + 1}
          </span>
          <span className={styles.name}>{t(`flow.${step}`)}</span>
        </li>
      ))}
    </ol>
  );
}
