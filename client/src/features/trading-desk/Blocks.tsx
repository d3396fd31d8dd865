import { Button } from '@mantine/core';
import type { BlockTarget, MarketView } from '@piazza/shared/contract';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api/index.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import styles from './TradingDesk.module.css';

export interface Stopped {
  readonly target: BlockTarget;
  readonly name: string;
}

interface BlocksProps {
  readonly markets: readonly MarketView[];
  readonly onRelease: (stopped: Stopped) => void;
}

/** What the kill switch stops now, and the way to let each trade again. */
export function Blocks({ markets, onRelease }: BlocksProps) {
  const { t } = useTranslation('tradingDesk');
  const { data, error, refetch } = useApi('desk.tradingBlocks');
  if (data === undefined)
    return error === null ? (
      <Skeletons shape="lines" />
    ) : (
      <ErrorState error={error} onRetry={() => void refetch()} />
    );
  const titleOf = (id: string) => markets.find(({ listingId }) => listingId === id)?.title ?? id;
  const stopped: readonly (Stopped & { readonly line: string })[] = [
    ...(data.venue
      ? [{ target: { scope: 'venue' } as const, name: t('kill.venueName'), line: t('blocks.venue') }]
      : []),
    ...data.listings.map((listingId) => {
      const name = titleOf(listingId);
      return { target: { scope: 'listing', listingId } as const, name, line: t('blocks.listing', { name }) };
    }),
    ...data.accounts.map(({ personId, displayName: name }) => {
      return { target: { scope: 'account', personId } as const, name, line: t('blocks.account', { name }) };
    }),
  ];
  if (stopped.length === 0) return <p className={styles.soft}>{t('blocks.none')}</p>;
  return (
    <ul className={styles.stopped}>
      {stopped.map(({ target, name, line }) => (
        <li key={line}>
          <strong>{line}</strong>
          <Button
            size="sm"
            variant="default"
            aria-label={t('blocks.release', { name })}
            onClick={() => onRelease({ target, name })}
          >
            {t('blocks.releaseShort')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
