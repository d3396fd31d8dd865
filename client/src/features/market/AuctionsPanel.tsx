import { Button } from '@mantine/core';
import type { AuctionResult } from '@piazza/shared/contract';
import type { ListingId } from '@piazza/shared/values';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import styles from './AuctionsPanel.module.css';
import { Panel } from './Panel.tsx';
import { useAuctions } from './useAuctions.ts';

/** How the calls of this market have ended. */
export function AuctionsPanel({ listingId }: { readonly listingId: ListingId }) {
  const { t } = useTranslation(['market', 'ui']);
  const auctions = useAuctions(listingId);
  const rows = auctions.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Panel title={t('market:auctions.title')}>
      {auctions.isPending && <Skeletons shape="rows" />}
      {auctions.isError && <ErrorState error={auctions.error} onRetry={() => void auctions.refetch()} />}
      {auctions.isSuccess && rows.length === 0 && (
        <p className={styles.empty}>{t('market:auctions.empty')}</p>
      )}
      {rows.length > 0 && <Results rows={rows} />}
      {auctions.hasNextPage && (
        <Button
          variant="default"
          mt="md"
          loading={auctions.isFetchingNextPage}
          onClick={() => void auctions.fetchNextPage()}
        >
          {t('ui:more')}
        </Button>
      )}
    </Panel>
  );
}

function Results({ rows }: { readonly rows: readonly AuctionResult[] }) {
  const { t } = useTranslation('market');
  const format = useFormat();
  const left = (surplus: number) => {
    const units = format.number(Math.abs(surplus));
    if (surplus === 0) return t('auctions.even');
    return surplus > 0 ? t('auctions.buyers', { units }) : t('auctions.sellers', { units });
  };
  return (
    <table className={styles.auctions}>
      <caption className="visually-hidden">{t('auctions.title')}</caption>
      <thead>
        <tr>
          {(['at', 'price', 'volume', 'surplus', 'trades', 'extensions'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`auctions.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ at, price, volume, surplus, trades, extensions }) => (
          <tr key={at}>
            <td>
              <time dateTime={new Date(at).toISOString()} title={format.dateTime(at)}>
                {`${format.dayOfYear(at)}, ${format.time(at)}`}
              </time>
            </td>
            <td>{price === null ? t('auctions.noPrice') : format.moneyExact(price)}</td>
            <td>{format.number(volume)}</td>
            <td>{left(surplus)}</td>
            <td>{format.number(trades)}</td>
            <td>{format.number(extensions)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
