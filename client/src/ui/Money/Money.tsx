import { useFormat } from '../../locale/use-format.ts';
import { cx } from '../cx.ts';
import styles from './Money.module.css';

interface MoneyProps {
  /** Whole cents. */
  readonly cents: number;
  /** `plain` drops ",00"; `exact` always shows cents; `whole` rounds down to euro, for totals. */
  readonly form?: 'plain' | 'exact' | 'whole';
  readonly size?: 'inherit' | 'large';
}

/** An amount in the reader's own notation, in figures of equal width. */
export function Money({ cents, form = 'plain', size = 'inherit' }: MoneyProps) {
  const format = useFormat();
  const write = { plain: format.money, exact: format.moneyExact, whole: format.moneyWhole }[form];
  return <span className={cx(styles.money, size === 'large' && styles.large)}>{write(cents)}</span>;
}
