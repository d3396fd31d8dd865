import { Link } from '@tanstack/react-router';
import { cx } from '../../ui/cx.ts';
import styles from './FilterLinks.module.css';

interface FilterLinksProps<Value extends string> {
  readonly to: '/portfolio/commitments' | '/portfolio/statement';
  readonly label: string;
  readonly options: readonly { readonly value: Value | undefined; readonly label: string }[];
  readonly chosen: Value | undefined;
}

/** Ways to see a part of a list. They are addresses, so that a reload or the way back keeps the choice. */
export function FilterLinks<Value extends string>({ to, label, options, chosen }: FilterLinksProps<Value>) {
  return (
    <nav aria-label={label} className={styles.filters}>
      {options.map(({ value, label: name }) => (
        <Link
          key={name}
          to={to}
          search={(value === undefined ? {} : { show: value }) as never}
          resetScroll={false}
          className={cx(styles.filter, value === chosen && styles.chosen)}
          aria-current={value === chosen ? 'true' : undefined}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}
