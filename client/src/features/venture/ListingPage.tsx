import type { ListingView } from '@piazza/shared/contract';
import { Navigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api/index.ts';
import { Slot } from '../../slots/slots.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import { StatusBadge } from '../../ui/StatusBadge/StatusBadge.tsx';
import { ComplaintLink } from './ComplaintLink.tsx';
import { Terms } from './Terms.tsx';
import { VentureHeader } from './VentureHeader.tsx';
import styles from './VenturePage.module.css';
import { VentureSections } from './VentureSections.tsx';

/** The page of a listing; once it has an offer, that is its page. */
export function ListingPage() {
  const { listingId } = useParams({ from: '/listings/$listingId' });
  const listing = useApi('listings.read', { params: { listingId } });
  if (listing.isPending) return <Skeletons shape="page" />;
  if (listing.isError)
    return <ErrorState error={listing.error} onRetry={() => void listing.refetch()} size="page" />;
  const { offerId } = listing.data;
  if (offerId !== null) return <Navigate to="/offers/$offerId" params={{ offerId }} replace />;
  return <Listing listing={listing.data} />;
}

function Listing({ listing }: { readonly listing: ListingView }) {
  const { t } = useTranslation('venture');
  const { texts, facts } = listing.draft;
  const { organisation, status } = listing;
  const title = texts.title === '' ? organisation.name : texts.title;
  return (
    <>
      <VentureHeader {...{ title, tagline: texts.tagline, organisation, place: '', sector: facts.sector }} />
      <div className={styles.columns}>
        <aside className={styles.aside}>
          <div className={styles.box}>
            <StatusBadge status={status} />
            <p>
              {t('listing.notLive')} {t(status === 'approved' ? 'listing.admitted' : 'listing.preview')}
            </p>
            <Slot name="listingAction" listing={listing} />
          </div>
          <Terms facts={facts} />
        </aside>
        <div className={styles.main}>
          <VentureSections listing={listing} />
          <ComplaintLink listingId={listing.id} />
        </div>
      </div>
    </>
  );
}
