import { useTranslation } from 'react-i18next';
import { cx } from '../cx.ts';
import styles from './Skeletons.module.css';

interface SkeletonsProps {
  /** What is coming: lines of text, rows of a list, cards of a grid, or a whole page. */
  readonly shape: 'lines' | 'rows' | 'cards' | 'page';
  readonly count?: number;
}

/** Holds the place of what is loading, in about its size, so that nothing jumps when it comes. */
export function Skeletons({ shape, count = 3 }: SkeletonsProps) {
  const { t } = useTranslation('ui');
  return (
    <output className={cx(styles.skeletons, styles[shape])}>
      <span className="visually-hidden">{t('loading')}</span>
      {Array.from({ length: shape === 'page' ? 4 : count }, (_, at) => (
        <span key={at} className={styles.block} />
      ))}
    </output>
  );
}
