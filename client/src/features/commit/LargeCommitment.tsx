import { Checkbox } from '@mantine/core';
import type { OfferId } from '@piazza/shared/values';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import type { Size } from './amounts.ts';
import type { Draft } from './draft.ts';
import { Understanding } from './Understanding.tsx';
import styles from './WarningsStep.module.css';

interface LargeCommitmentProps {
  readonly offerId: OfferId;
  readonly size: Size;
  /** Cents above which a commitment is large. */
  readonly threshold: number;
  readonly draft: Draft;
  readonly change: (changes: Partial<Draft>) => void;
}

/** ECSPR art. 21(7): explicit consent and proof of understanding. */
export function LargeCommitment({ offerId, size, threshold, draft, change }: LargeCommitmentProps) {
  const { t } = useTranslation('commit');
  const format = useFormat();
  return (
    <section className={styles.large} aria-labelledby="commit-large">
      <h3 id="commit-large">{t('warnings.large', { threshold: format.money(threshold) })}</h3>
      <p>{t('warnings.largeText')}</p>
      <Checkbox
        id="commit-consent"
        size="md"
        checked={draft.consent}
        onChange={(event) => change({ consent: event.currentTarget.checked })}
        label={t('warnings.consent', { amount: format.money(size.amount) })}
      />
      <Understanding offerId={offerId} />
    </section>
  );
}
