import type { ReactNode } from 'react';
import { cx } from '../cx.ts';
import styles from './Facts.module.css';

export interface Fact {
  readonly label: string;
  readonly value: ReactNode;
  /** A word of explanation, usually a FieldHelp. */
  readonly help?: ReactNode;
}

interface FactsProps {
  readonly facts: readonly Fact[];
  /** `rows` puts names and values in two columns, `tiles` side by side. */
  readonly form?: 'rows' | 'tiles';
}

/** Names and values, as a definition list. */
export function Facts({ facts, form = 'rows' }: FactsProps) {
  return (
    <dl className={cx(styles.facts, styles[form])}>
      {facts.map(({ label, value, help }) => (
        <div key={label} className={styles.fact}>
          <dt>
            {label} {help}
          </dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
