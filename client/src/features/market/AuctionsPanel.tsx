import { Button } from '@mantine/core';
import type { AuctionResult } from '@piazza/shared/contract';
import type { ListingId } from '@piazza/shared/values';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import { DataTable } from '../../ui/DataTable/DataTable.tsx';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import styles from './MarketPage.module.css';
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
        <p className={styles.quiet}>{t('market:auctions.empty')}</p>
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
    <DataTable
      caption={t('auctions.title')}
      captionHidden
      rows={rows}
      rowKey={({ at }) => String(at)}
      columns={[
        { key: 'at', title: t('auctions.at'), cell: ({ at }) => format.dateTime(at) },
        {
          key: 'price',
          title: t('auctions.price'),
          cell: ({ price }) => (price === null ? t('auctions.noPrice') : format.moneyExact(price)),
          numeric: true,
        },
        {
          key: 'volume',
          title: t('auctions.volume'),
          cell: ({ volume }) => format.number(volume),
          numeric: true,
        },
        {
          key: 'surplus',
          title: t('auctions.surplus'),
          cell: ({ surplus }) => left(surplus),
          numeric: true,
        },
        {
          key: 'trades',
          title: t('auctions.trades'),
          cell: ({ trades }) => format.number(trades),
          numeric: true,
        },
        {
          key: 'extensions',
          title: t('auctions.extensions'),
          cell: ({ extensions }) => format.number(extensions),
          numeric: true,
        },
      ]}
    />
  );
}
