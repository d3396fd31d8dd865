import { Button } from '@mantine/core';
import type { MarketView } from '@piazza/shared/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { usePages } from '../../api/index.ts';
import { DataTable } from '../../ui/DataTable/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { PageHeader } from '../../ui/PageHeader/PageHeader.tsx';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import { useMarketColumns } from './useMarketColumns.tsx';

const pageSize = 50;

/** Every market of the venue, those that trade now on top. */
export function MarketsPage() {
  const { t } = useTranslation(['market', 'ui']);
  const pages = usePages('markets.list', { query: { limit: pageSize } });
  const markets = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <PageHeader title={t('market:title')} lead={t('market:lead')} />
      {pages.isPending && <Skeletons shape="rows" count={5} />}
      {pages.isError && <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.isSuccess && (markets.length > 0 ? <Table markets={markets} /> : <NoMarkets />)}
      {pages.hasNextPage && (
        <Button
          variant="default"
          mt="lg"
          loading={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {t('ui:more')}
        </Button>
      )}
    </>
  );
}

function Table({ markets }: { readonly markets: readonly MarketView[] }) {
  const { t } = useTranslation('market');
  const columns = useMarketColumns();
  return (
    <DataTable
      caption={t('list.caption')}
      captionHidden
      rows={markets}
      rowKey={({ listingId }) => listingId}
      columns={columns}
    />
  );
}

function NoMarkets() {
  const { t } = useTranslation('market');
  return (
    <EmptyState
      title={t('emptyTitle')}
      action={
        <Button renderRoot={(props) => <Link to="/offers" search={{ status: 'funded' }} {...props} />}>
          {t('emptyAction')}
        </Button>
      }
    >
      {t('emptyText')}
    </EmptyState>
  );
}
