import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './ReviewStep.module.css';

const longMs = 3_000;

/** Says that something is under way, and after a while that it still is. Keeps its line, so that nothing jumps. */
export function Sending({ active }: { readonly active: boolean }) {
  const { t } = useTranslation('commit');
  const [long, setLong] = useState(false);
  useEffect(() => {
    if (!active) return undefined;
    const timer = setTimeout(() => setLong(true), longMs);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [active]);
  return (
    <output className={styles.sending}>{active && t(long ? 'review.waiting' : 'review.sending')}</output>
  );
}
