import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import styles from './AllotmentBar.module.css';

interface AllotmentBarProps {
  readonly requested: number;
  readonly allotted: number;
  /** What everybody in the tier was filled to. */
  readonly level: number;
}

const width = (part: number, whole: number): string => `${((part / whole) * 100).toFixed(2)}%`;

/** Draws what the sentence above it says: asked for, received, and the level. */
export function AllotmentBar({ requested, allotted, level }: AllotmentBarProps) {
  const { t } = useTranslation('portfolio');
  const format = useFormat();
  const whole = Math.max(requested, Math.min(level, requested * 1.25));
  return (
    <div className={styles.figure} aria-hidden="true">
      <div className={styles.track} style={{ width: width(requested, whole) }}>
        <div className={styles.given} style={{ width: width(allotted, requested) }} />
      </div>
      {level > 0 && level < requested && (
        <div className={styles.level} style={{ left: width(level, whole) }} />
      )}
      <div className={styles.words}>
        <span>
          {format.number(allotted)} {t('allotment.received')}
        </span>
        <span>
          {format.number(requested)} {t('allotment.asked')}
        </span>
      </div>
    </div>
  );
}
