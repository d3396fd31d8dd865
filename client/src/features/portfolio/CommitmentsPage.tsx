import { Button } from '@mantine/core';
import type { CommitmentView } from '@piazza/shared/contract';
import { policy } from '@piazza/shared/policy';
import { Link, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMyCommitments } from '../../ui/Commitment/useMyCommitments.ts';
import { DataTable } from '../../ui/DataTable/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { LiveRegion } from '../../ui/LiveRegion/LiveRegion.tsx';
import { PageHeader } from '../../ui/PageHeader/PageHeader.tsx';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import { FilterLinks } from './FilterLinks.tsx';
import { groupOf } from './groups.ts';
import { PortfolioTabs } from './PortfolioTabs.tsx';
import { commitmentGroups, type CommitmentGroup } from './search.ts';
import { useCommitmentColumns } from './useCommitmentColumns.tsx';
import { useNews } from './useNews.ts';

/** Every commitment with its state, live. */
export function CommitmentsPage() {
  const { t } = useTranslation('portfolio');
  const { items, error, retry } = useMyCommitments();
  return (
    <>
      <PageHeader title={t('tabs.commitments')} />
      <PortfolioTabs />
      {items !== undefined && <List items={items} />}
      {items === undefined &&
        (error === null ? (
          <Skeletons shape="rows" count={6} />
        ) : (
          <ErrorState error={error} onRetry={retry} />
        ))}
    </>
  );
}

function List({ items }: { readonly items: readonly CommitmentView[] }) {
  const { t } = useTranslation('portfolio');
  const { show } = useSearch({ from: '/portfolio/commitments' });
  const columns = useCommitmentColumns(items);
  const news = useNews(items);
  if (items.length === 0) return <NothingYet />;
  const of = (group: CommitmentGroup) => items.filter(({ status }) => groupOf(status) === group);
  const rows = show === undefined ? items : of(show);
  const options = [undefined, ...commitmentGroups].map((group) => {
    const name = t(`list.${group ?? 'all'}`);
    const count = group === undefined ? items.length : of(group).length;
    return { value: group, label: t('list.count', { name, count }) };
  });
  return (
    <>
      <FilterLinks to="/portfolio/commitments" label={t('list.filter')} options={options} chosen={show} />
      {rows.length === 0 ? (
        <EmptyState
          title={t('list.noneHere')}
          action={<Link to="/portfolio/commitments">{t('list.showAll')}</Link>}
        >
          {t('list.noneHereText')}
        </EmptyState>
      ) : (
        <DataTable
          caption={t('list.caption')}
          captionHidden
          columns={columns}
          rows={rows}
          rowKey={({ id }) => id}
        />
      )}
      <LiveRegion text={news} />
    </>
  );
}

function NothingYet() {
  const { t } = useTranslation('portfolio');
  return (
    <EmptyState
      title={t('list.none')}
      action={
        <Button renderRoot={(props) => <Link to="/offers" search={{ status: 'open' }} {...props} />}>
          {t('begin.action')}
        </Button>
      }
    >
      {t('list.noneText', { days: policy.reflectionDays })}
    </EmptyState>
  );
}
