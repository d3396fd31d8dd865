import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApi, useMe } from '../../api/index.ts';
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { PageHeader } from '../../ui/PageHeader/PageHeader.tsx';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import { CancelAll } from './CancelAll.tsx';
import { DeadMan } from './DeadMan.tsx';
import { History } from './History.tsx';
import styles from './MyOrders.module.css';
import { OpenOrders } from './OpenOrders.tsx';

/** All own orders of all markets, what happened to them, and the ways to take them back. */
export function OrdersPage() {
  const { t } = useTranslation('myOrders');
  const investor = useMe()?.roles.includes('investor') ?? false;
  const { data, error, refetch } = useApi('orders.mine');
  if (data === undefined)
    return (
      <>
        <PageHeader title={t('title')} lead={t('lead')} />
        {error === null ? (
          <Skeletons shape="rows" count={4} />
        ) : (
          <ErrorState error={error} onRetry={() => void refetch()} />
        )}
      </>
    );
  const { items, cancelAllAt } = data;
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={<CancelAll orders={items} listingId={null} />}
      />
      <section aria-labelledby="open-orders" className={styles.section}>
        <h2 id="open-orders" className={styles.title}>
          {t('open.title')}
        </h2>
        <OpenOrders orders={items} form="table" />
        {items.length === 0 && (
          <EmptyState
            title={t('open.none')}
            action={
              <Button renderRoot={(props) => <Link to="/markets" {...props} />}>{t('open.markets')}</Button>
            }
          >
            {t('open.noneText')}
          </EmptyState>
        )}
      </section>
      <div className={styles.columns}>
        <section aria-labelledby="order-history">
          <h2 id="order-history" className={styles.title}>
            {t('history.title')}
          </h2>
          <History />
        </section>
        {investor && <DeadMan dueAt={cancelAllAt} />}
      </div>
    </>
  );
}
