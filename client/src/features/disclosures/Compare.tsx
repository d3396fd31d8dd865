import { Checkbox } from '@mantine/core';
import type { ListingId } from '@piazza/shared/values';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import { cx } from '../../ui/cx.ts';
import styles from './Disclosures.module.css';

interface CompareProps {
  readonly listingId: ListingId;
  readonly from: number;
  readonly to: number;
}

/** Two versions of a sheet side by side, what changed marked by a word and by its border. */
export function Compare({ listingId, from, to }: CompareProps) {
  const { t } = useTranslation('disclosures');
  const { locale } = useFormat();
  const [onlyChanged, setOnlyChanged] = useState(true);
  const diff = useApi('kiis.diff', { params: { listingId }, query: { from, to, language: locale } });
  if (diff.isPending) return <Skeletons shape="rows" />;
  if (diff.isError) return <ErrorState error={diff.error} onRetry={() => void diff.refetch()} />;
  const parts = diff.data.parts
    .map((part) => ({ ...part, items: part.items.filter(({ changed }) => changed || !onlyChanged) }))
    .filter(({ items }) => items.length > 0);
  return (
    <>
      <h2 className={styles.heading}>{t('versions.comparing', { from, to })}</h2>
      <Checkbox
        label={t('versions.onlyChanged')}
        checked={onlyChanged}
        onChange={(event) => setOnlyChanged(event.currentTarget.checked)}
      />
      {parts.length === 0 && <p>{t('versions.same')}</p>}
      {parts.map(({ part, title, items }) => (
        <section key={part} aria-label={title}>
          <h3>{title}</h3>
          {items.map(({ field, label, before, after, changed }) => (
            <Pair
              key={field}
              label={label}
              changed={changed}
              before={{ title: t('versions.before', { version: from }), text: before }}
              after={{ title: t('versions.after', { version: to }), text: after }}
            />
          ))}
        </section>
      ))}
    </>
  );
}

interface Side {
  readonly title: string;
  readonly text: string;
}

interface PairProps {
  readonly label: string;
  readonly changed: boolean;
  readonly before: Side;
  readonly after: Side;
}

/** One field before and after. */
export function Pair({ label, changed, before, after }: PairProps) {
  const { t } = useTranslation('disclosures');
  return (
    <section aria-label={label}>
      <p>
        <strong>{label}</strong> {changed && <span className={styles.mark}>{t('versions.marked')}</span>}
      </p>
      <div className={styles.sides}>
        {[before, after].map(({ title, text }) => (
          <div key={title} className={cx(styles.side, changed && styles.changed)}>
            <p className={styles.sideTitle}>{title}</p>
            {text}
          </div>
        ))}
      </div>
    </section>
  );
}
