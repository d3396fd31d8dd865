import type { ReactNode } from 'react';
import styles from './CommitPage.module.css';
import { useArrival } from './useArrival.ts';

interface StepHeadingProps {
  readonly children: ReactNode;
  /** Whether the step came up after another: its heading takes the focus then. */
  readonly focus: boolean;
}

/** Names a step. Give it the step as key, so that each step's heading takes its turn. */
export function StepHeading({ children, focus }: StepHeadingProps) {
  const heading = useArrival<HTMLHeadingElement>(focus);
  return (
    <h2 ref={heading} tabIndex={-1} className={styles.heading}>
      {children}
    </h2>
  );
}
