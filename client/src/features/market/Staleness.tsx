import { useDebouncedValue } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { connection, useMarket, useStore } from '../../realtime/index.ts';
import { cx } from '../../ui/cx.ts';
import styles from './MarketPage.module.css';
import type { PanelOf } from './panels.ts';

// A gap is closed in less time than it takes to read about it.
const patienceMs = 500;

type Reason = 'lost' | 'resyncing' | 'loading';

interface StalenessProps extends PanelOf {
  readonly className: string | undefined;
  readonly children: ReactNode;
}

/** Dims what is out of date, and says why. */
export function Staleness({ listingId, className, children }: StalenessProps) {
  const { t } = useTranslation('market');
  const standing = useMarket(listingId, (live) => live.standing);
  const isLost = useStore(connection) === 'lost';
  const reason: Reason | null = isLost
    ? 'lost'
    : standing === 'live' || standing === 'gone'
      ? null
      : standing;
  const [shown] = useDebouncedValue(reason, patienceMs);
  const stale = reason === null ? null : shown;
  return (
    <div className={className} aria-busy={stale !== null}>
      <output className={cx(styles.stale, stale === null && 'visually-hidden')}>
        {stale === null ? '' : t(`stale.${stale}`)}
      </output>
      <div className={cx(stale !== null && styles.dim)}>{children}</div>
    </div>
  );
}
