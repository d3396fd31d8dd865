import { useEffect, useRef, type ReactNode } from 'react';
import styles from './CommitPage.module.css';

interface StepHeadingProps {
  readonly children: ReactNode;
  /** Takes the focus when it comes up: the step before is gone, with whatever had the focus there. */
  readonly focus: boolean;
}

/** Names a step. Give it the step as key, so that each step's heading takes its turn. */
export function StepHeading({ children, focus }: StepHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const wanted = useRef(focus);
  useEffect(() => {
    if (!wanted.current) return;
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: 'start' });
  }, []);
  return (
    <h2 ref={heading} tabIndex={-1} className={styles.heading}>
      {children}
    </h2>
  );
}
