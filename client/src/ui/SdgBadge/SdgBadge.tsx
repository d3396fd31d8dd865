import { useTranslation } from 'react-i18next';
import { cx } from '../cx.ts';
import styles from './SdgBadge.module.css';

export const sdgGoals = [
  '1',
  '2',
  '3',
  '4',
  '5',
  '6',
  '7',
  '8',
  '9',
  '10',
  '11',
  '12',
  '13',
  '14',
  '15',
  '16',
  '17',
] as const;

interface SdgBadgeProps {
  /** A goal ("11") or a target ("11.1"). */
  readonly target: string;
  /** `tile` is the number alone, named for screen readers; `named` writes the goal out. */
  readonly form?: 'tile' | 'named';
}

/** The Sustainable Development Goal something serves. Own drawing: the UN's icons come with conditions. */
export function SdgBadge({ target, form = 'tile' }: SdgBadgeProps) {
  const { t } = useTranslation('ui');
  const goal = sdgGoals.find((known) => known === target.split('.')[0]);
  if (goal === undefined) return null;
  const name = t(`sdg.${goal}`);
  const title = t('sdgName', { goal, name });
  const mark = (
    <span aria-hidden="true" className={cx(styles.tile, styles[`hue${Number(goal) % 6}`])}>
      {goal}
    </span>
  );
  if (form === 'tile')
    return (
      <span title={title} className={styles.alone}>
        {mark}
        <span className="visually-hidden">{title}</span>
      </span>
    );
  return (
    <span className={styles.named}>
      {mark}
      <span>
        <span className="visually-hidden">{t('sdgName', { goal, name: '' })}</span>
        {name}
        {target !== goal && <span className={styles.target}> · {t('sdgTarget', { target })}</span>}
      </span>
    </span>
  );
}
