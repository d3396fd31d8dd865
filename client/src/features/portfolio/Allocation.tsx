import { SegmentedControl } from '@mantine/core';
import type { Holding } from '@piazza/shared/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import { cx } from '../../ui/cx.ts';
import { partsOf } from './allocation.ts';
import styles from './Allocation.module.css';
import { useInstrumentName } from './Holdings.tsx';

const hues = 6;

/** How what is invested is spread: a bar for the eye, and the same as a list for everybody. */
export function Allocation({ holdings }: { readonly holdings: readonly Holding[] }) {
  const { t } = useTranslation('portfolio');
  const format = useFormat();
  const nameOf = useInstrumentName();
  const [by, setBy] = useState<'venture' | 'instrument'>('venture');
  const name = (holding: Holding) => (by === 'venture' ? holding.title : nameOf(holding.instrument));
  const parts = partsOf(holdings, name, ({ cost }) => cost);
  return (
    <section aria-labelledby="allocation">
      <h2 id="allocation" className={styles.title}>
        {t('allocation.title')}
      </h2>
      <SegmentedControl
        fullWidth
        aria-label={t('allocation.by')}
        value={by}
        onChange={setBy}
        data={[
          { value: 'venture', label: t('allocation.byVenture') },
          { value: 'instrument', label: t('allocation.byInstrument') },
        ]}
      />
      <div className={styles.bar} aria-hidden="true">
        {parts.map((part, at) => (
          <div
            key={part.name}
            className={cx(styles.part, styles[`hue${at % hues}`])}
            style={{ width: `${part.bps / 100}%` }}
          />
        ))}
      </div>
      <ul className={styles.parts}>
        {parts.map((part, at) => (
          <li key={part.name}>
            <span className={cx(styles.key, styles[`hue${at % hues}`])} aria-hidden="true" />
            <span className={styles.name}>{part.name}</span>
            <span className={styles.sum}>
              {t('allocation.entry', { amount: format.money(part.cents), share: format.rate(part.bps) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
