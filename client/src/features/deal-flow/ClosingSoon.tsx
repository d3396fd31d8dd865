import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api/index.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { OfferCard } from '../../ui/OfferCard/OfferCard.tsx';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import styles from './ClosingSoon.module.css';

/** The open offers that close first. */
export function ClosingSoon() {
  const { t } = useTranslation('dealFlow');
  const soon = useApi('offers.list', { query: { status: 'open', sort: 'closing', limit: 4 } });
  return (
    <section aria-labelledby="closing-soon" className={styles.closing}>
      <h2 id="closing-soon" className={styles.title}>
        {t('closing.title')}
      </h2>
      {soon.isPending && <Skeletons shape="rows" count={4} />}
      {soon.isError && <ErrorState error={soon.error} onRetry={() => void soon.refetch()} />}
      {soon.data?.items.length === 0 && <p>{t('closing.emptyText')}</p>}
      {soon.data?.items.map((offer) => (
        <OfferCard key={offer.id} offer={offer} form="row" headingLevel={3} />
      ))}
      <Link to="/offers">{t('closing.all')}</Link>
    </section>
  );
}
