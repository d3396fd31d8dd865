import type { ReactNode } from 'react';
import { useFormat } from '../../locale/use-format.ts';
import { cx } from '../cx.ts';
import styles from './Timeline.module.css';

export interface TimelineStep {
  readonly key: string;
  readonly title: ReactNode;
  /** Venue time in milliseconds; absent where it is not known yet. */
  readonly at?: number | null;
  readonly text?: ReactNode;
  readonly state: 'done' | 'now' | 'ahead';
}

/** Steps in order: what has happened, where things stand, what comes. */
export function Timeline({
  steps,
  label,
}: {
  readonly steps: readonly TimelineStep[];
  readonly label: string;
}) {
  const format = useFormat();
  return (
    <ol className={styles.timeline} aria-label={label}>
      {steps.map(({ key, title, at, text, state }) => (
        <li
          key={key}
          className={cx(styles.step, styles[state])}
          {...(state === 'now' ? { 'aria-current': 'step' } : {})}
        >
          <div className={styles.title}>{title}</div>
          {at !== undefined && at !== null && (
            <time className={styles.at} dateTime={new Date(at).toISOString()}>
              {format.dateTime(at)}
            </time>
          )}
          {text !== undefined && <div className={styles.text}>{text}</div>}
        </li>
      ))}
    </ol>
  );
}
