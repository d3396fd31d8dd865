import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import styles from './Unsure.module.css';
import { useArrival } from './useArrival.ts';

interface UnsureProps {
  /** Units of the commitment whose outcome nobody knows. */
  readonly units: number;
  readonly asking: boolean;
  /** Whether this came of what was just done here, and not of an earlier visit. */
  readonly fresh: boolean;
  readonly onAskAgain: () => void;
}

/** Stands in place of the flow while it is unknown whether a commitment was placed: nothing new until that is known. */
export function Unsure({ units, asking, fresh, onAskAgain }: UnsureProps) {
  const { t } = useTranslation('commit');
  const format = useFormat();
  const title = useArrival<HTMLHeadingElement>(fresh);
  return (
    <section role="alert" className={styles.unsure}>
      <h2 ref={title} tabIndex={-1} className={styles.title}>
        {t('unsure.title')}
      </h2>
      <p>{t('unsure.text', { units: format.number(units) })}</p>
      <div className={styles.acts}>
        <Button size="lg" loading={asking} onClick={onAskAgain}>
          {t('unsure.again')}
        </Button>
        <Button
          size="lg"
          variant="default"
          renderRoot={(props) => <Link to="/portfolio/commitments" {...props} />}
        >
          {t('unsure.look')}
        </Button>
      </div>
    </section>
  );
}
