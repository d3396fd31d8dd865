import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import { cx } from '../../ui/cx.ts';
import styles from './Quote.module.css';

interface ChangeProps {
  /** Whole cents. */
  readonly last: number;
  readonly reference: number;
  /** Says what it is measured against. */
  readonly inWords?: boolean;
}

/** How far the last price lies from the reference; the sign says it, the colour repeats it. */
export function Change({ last, reference, inWords = false }: ChangeProps) {
  const { t } = useTranslation('market');
  const format = useFormat();
  const basisPoints = Math.round(((last - reference) / reference) * 10_000);
  const change = format.change(basisPoints);
  const text = !inWords ? change : basisPoints === 0 ? t('quote.unchanged') : t('quote.change', { change });
  return (
    <span className={cx(styles.change, basisPoints > 0 && styles.up, basisPoints < 0 && styles.down)}>
      {text}
    </span>
  );
}
