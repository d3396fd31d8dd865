import { Button } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe, usePages } from '../../api/index.ts';
import { DataTable } from '../../ui/DataTable/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { PageHeader } from '../../ui/PageHeader/PageHeader.tsx';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import { TopUpButton } from '../../ui/Wallet/TopUpButton.tsx';
import { DownloadStatement } from './DownloadStatement.tsx';
import { FilterLinks } from './FilterLinks.tsx';
import { lineGroupOf } from './groups.ts';
import { PortfolioTabs } from './PortfolioTabs.tsx';
import { Papers } from './Papers.tsx';
import { lineGroups } from './search.ts';
import styles from './StatementPage.module.css';
import { useLineColumns } from './useLineColumns.tsx';

/** A filtered list reads further back until it has this many lines, or all there are. */
const enough = 20;

/** Every movement of money and units, newest first. */
export function StatementPage() {
  const { t } = useTranslation(['portfolio', 'ui']);
  return (
    <>
      <PageHeader
        title={t('portfolio:statement.title')}
        lead={t('portfolio:statement.lead')}
        actions={<DownloadStatement />}
      />
      <PortfolioTabs />
      <Papers />
      <Lines />
    </>
  );
}

function useLines() {
  const { show } = useSearch({ from: '/portfolio/statement' });
  const pages = usePages('wallet.statement', { query: { limit: 50 } });
  const { hasNextPage, isFetching, isError, fetchNextPage } = pages;
  const all = pages.data?.pages.flatMap((page) => page.items);
  const lines = all?.filter((line) => show === undefined || lineGroupOf(line) === show);
  const wanting = show !== undefined && (lines?.length ?? enough) < enough;
  useEffect(() => {
    if (wanting && hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [wanting, hasNextPage, isFetching, isError, fetchNextPage]);
  return { ...pages, show, lines, searching: wanting && hasNextPage };
}

function Lines() {
  const { t } = useTranslation('portfolio');
  const investor = useMe()?.roles.includes('investor') ?? false;
  const columns = useLineColumns();
  const { lines, show, error, refetch, searching, hasNextPage, isFetchingNextPage, fetchNextPage } =
    useLines();
  if (lines === undefined)
    return error === null ? (
      <Skeletons shape="rows" count={8} />
    ) : (
      <ErrorState error={error} onRetry={() => void refetch()} />
    );
  if (lines.length === 0 && show === undefined)
    return (
      <EmptyState title={t('statement.none')} action={investor && <TopUpButton />}>
        {t('statement.noneText')}
      </EmptyState>
    );
  const options = [undefined, ...lineGroups].map((group) => {
    return { value: group, label: t(`statement.${group ?? 'all'}`) };
  });
  return (
    <>
      <FilterLinks to="/portfolio/statement" label={t('statement.filter')} options={options} chosen={show} />
      {lines.length > 0 && (
        <DataTable
          caption={t('statement.caption')}
          captionHidden
          columns={columns}
          rows={lines}
          rowKey={({ id }) => id}
        />
      )}
      {lines.length === 0 && (
        <p className={styles.none}>{t(searching ? 'statement.searching' : 'statement.noneHere')}</p>
      )}
      {hasNextPage && !searching && (
        <div className={styles.more}>
          <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('statement.more')}
          </Button>
        </div>
      )}
    </>
  );
}
