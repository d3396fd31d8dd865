import type { ListingId } from '@piazza/shared/values';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApi, useMe } from '../../api/index.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import { CancelAll } from './CancelAll.tsx';
import { History } from './History.tsx';
import styles from './MyOrders.module.css';
import { OpenOrders } from './OpenOrders.tsx';

/** On the page of a market: the reader's own orders there. Nothing for those who do not trade. */
export function MarketOrders({ listingId }: { readonly listingId: ListingId }) {
  const investor = useMe()?.roles.includes('investor') ?? false;
  return investor ? <Orders listingId={listingId} /> : null;
}

function Orders({ listingId }: { readonly listingId: ListingId }) {
  const { t } = useTranslation('myOrders');
  const { data, error, refetch } = useApi('orders.mine', { query: { listingId } });
  return (
    <section aria-labelledby="market-orders" className={styles.market}>
      <div className={styles.head}>
        <h2 id="market-orders" className={styles.title}>
          {t('here')}
        </h2>
        <Link to="/orders">{t('everywhere')}</Link>
        {data !== undefined && data.items.length > 1 && (
          <CancelAll orders={data.items} listingId={listingId} />
        )}
      </div>
      {data === undefined && error === null && <Skeletons shape="lines" />}
      {data === undefined && error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data !== undefined && <OpenOrders orders={data.items} form="cards" />}
      {data?.items.length === 0 && <p className={styles.soft}>{t('open.noneHere')}</p>}
      <h3 className={styles.subtitle}>{t('history.title')}</h3>
      <History listingId={listingId} />
    </section>
  );
}
