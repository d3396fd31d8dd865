import { useReducedMotion } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import styles from './MovingNumber.module.css';

const durationMs = 900;
const easeOut = (t: number): number => 1 - (1 - t) ** 3;

interface MovingNumberProps {
  readonly value: number;
  readonly write: (value: number) => string;
}

/**
 * A figure that runs to its new value. It is drawn outside React, sixty times a second, and keeps the width of its
 * target, so that nothing around it moves. Assistive technology reads the target alone.
 */
export function MovingNumber({ value, write }: MovingNumberProps) {
  const face = useRef<HTMLSpanElement>(null);
  const shown = useRef(value);
  const still = useReducedMotion();
  useEffect(() => {
    const node = face.current;
    if (node === null) return;
    const from = shown.current;
    const begun = performance.now();
    let frame = 0;
    const draw = (now: number) => {
      const t = still ? 1 : Math.min(1, (now - begun) / durationMs);
      shown.current = Math.round(from + (value - from) * easeOut(t));
      node.textContent = write(shown.current);
      if (t < 1) frame = requestAnimationFrame(draw);
    };
    frame = requestAnimationFrame(draw);
    return () => cancelAnimationFrame(frame);
  }, [value, write, still]);
  return (
    <span className={styles.frame}>
      <span className={styles.target}>{write(value)}</span>
      <span ref={face} className={styles.face} aria-hidden="true" />
    </span>
  );
}
