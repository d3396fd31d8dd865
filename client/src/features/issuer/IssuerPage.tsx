import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api/index.ts';
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { PageHeader } from '../../ui/PageHeader/PageHeader.tsx';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import styles from './IssuerPage.module.css';
import { ListingRow } from './ListingRow.tsx';
import { Organisations } from './Organisations.tsx';
import { byUrgency } from './turns.ts';

/** The enterprise's own page: its listings, what each waits for, and the organisations they belong to. */
export function IssuerPage() {
  const { t } = useTranslation('issuer');
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <Button
            leftSection={<IconPlus size={20} aria-hidden="true" />}
            renderRoot={(props) => <Link to="/issuer/new" {...props} />}
          >
            {t('new')}
          </Button>
        }
      />
      <div className={styles.parts}>
        <Listings />
        <Organisations />
      </div>
    </>
  );
}

function Listings() {
  const { t } = useTranslation('issuer');
  const listings = useApi('listings.mine');
  if (listings.isPending) return <Skeletons shape="rows" />;
  if (listings.isError) return <ErrorState error={listings.error} onRetry={() => void listings.refetch()} />;
  const { items } = listings.data;
  if (items.length === 0) return <Beginning />;
  return (
    <section aria-labelledby="my-listings">
      <h2 id="my-listings" className={styles.title}>
        {t('list.title')}
      </h2>
      <ul className={styles.list}>
        {byUrgency(items).map((listing) => (
          <ListingRow key={listing.id} listing={listing} />
        ))}
      </ul>
    </section>
  );
}

const beginnings = ['step1', 'step2', 'step3', 'step4'] as const;

function Beginning() {
  const { t } = useTranslation('issuer');
  return (
    <EmptyState
      title={t('empty.title')}
      action={
        <Button size="lg" renderRoot={(props) => <Link to="/issuer/new" {...props} />}>
          {t('empty.begin')}
        </Button>
      }
    >
      <p>{t('empty.text')}</p>
      <ol className={styles.beginnings}>
        {beginnings.map((key) => (
          <li key={key}>{t(`empty.${key}`)}</li>
        ))}
      </ol>
    </EmptyState>
  );
}
