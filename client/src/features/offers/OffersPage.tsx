import { Button } from '@mantine/core';
import { Link, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { usePages } from '../../api/index.ts';
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { LiveRegion } from '../../ui/LiveRegion/LiveRegion.tsx';
import { OfferCard } from '../../ui/OfferCard/OfferCard.tsx';
import { PageHeader } from '../../ui/PageHeader/PageHeader.tsx';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import { Filters } from './Filters.tsx';
import styles from './OffersPage.module.css';

const pageSize = 24;

/** Every offer of the venue, narrowed by filters that live in the address. */
export function OffersPage() {
  const { t } = useTranslation('offers');
  const search = useSearch({ from: '/offers' });
  const pages = usePages('offers.list', { query: { ...search, limit: pageSize } }, { keepPrevious: true });
  const offers = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  const count = pages.hasNextPage
    ? t('foundMore', { count: offers.length })
    : t('found', { count: offers.length });
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Filters />
      {pages.isPending && <Skeletons shape="cards" count={6} />}
      {pages.isError && <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.isSuccess && offers.length > 0 && (
        <>
          <p className={styles.count}>{count}</p>
          <ul className={styles.grid}>
            {offers.map((offer) => (
              <li key={offer.id}>
                <OfferCard offer={offer} />
              </li>
            ))}
          </ul>
        </>
      )}
      {pages.isSuccess && offers.length === 0 && <NoOffers filtered={Object.values(search).some(Boolean)} />}
      {pages.hasNextPage && (
        <More busy={pages.isFetchingNextPage} onMore={() => void pages.fetchNextPage()} />
      )}
      <LiveRegion text={pages.isSuccess ? count : ''} />
    </>
  );
}

function NoOffers({ filtered }: { readonly filtered: boolean }) {
  const { t } = useTranslation('offers');
  if (!filtered) return <EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>;
  return (
    <EmptyState
      title={t('noneTitle')}
      action={<Button renderRoot={(props) => <Link to="/offers" {...props} />}>{t('filters.clear')}</Button>}
    >
      {t('noneText')}
    </EmptyState>
  );
}

function More({ busy, onMore }: { readonly busy: boolean; readonly onMore: () => void }) {
  const { t } = useTranslation('ui');
  return (
    <Button variant="default" mt="lg" loading={busy} onClick={onMore}>
      {t('more')}
    </Button>
  );
}
