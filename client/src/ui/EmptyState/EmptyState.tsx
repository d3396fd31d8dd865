import type { ReactNode } from 'react';
import { Arcade } from '../Arcade/Arcade.tsx';
import styles from './EmptyState.module.css';

interface EmptyStateProps {
  readonly title: string;
  /** What would be here, and how it comes about: an empty screen teaches. */
  readonly children: ReactNode;
  /** The next step, as a link or a button. */
  readonly action?: ReactNode;
}

export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <div className={styles.arcade}>
        <Arcade />
      </div>
      <h2 className={styles.title}>{title}</h2>
      <div className={styles.text}>{children}</div>
      {action !== undefined && <div>{action}</div>}
    </div>
  );
}
