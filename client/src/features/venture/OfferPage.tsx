import type { ListingView, OfferView } from '@piazza/shared/contract';
import type { UseQueryResult } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useApi } from '../../api/index.ts';
import { Slot } from '../../slots/slots.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import { Allotment } from './Allotment.tsx';
import { ComplaintLink } from './ComplaintLink.tsx';
import { OfferAside } from './OfferAside.tsx';
import { RecentCommitments } from './RecentCommitments.tsx';
import { VentureHeader } from './VentureHeader.tsx';
import styles from './VenturePage.module.css';
import { VentureSections } from './VentureSections.tsx';

/** The page of a venture whose offer is announced, open or over. */
export function OfferPage() {
  const { offerId } = useParams({ from: '/offers/$offerId' });
  const offer = useApi('offers.read', { params: { offerId } });
  if (offer.isPending) return <Skeletons shape="page" />;
  if (offer.isError)
    return <ErrorState error={offer.error} onRetry={() => void offer.refetch()} size="page" />;
  return <Offer offer={offer.data} />;
}

function Offer({ offer }: { readonly offer: OfferView }) {
  const { listingId, title, tagline, organisation, place, sector } = offer;
  const listing = useApi('listings.read', { params: { listingId } });
  return (
    <>
      <VentureHeader {...{ title, tagline, organisation, place, sector }} />
      <Columns offer={offer} listing={listing} />
    </>
  );
}

interface ColumnsProps {
  readonly offer: OfferView;
  readonly listing: UseQueryResult<ListingView>;
}

/** Both columns come at once: what came later would push down what is being read. */
function Columns({ offer, listing }: ColumnsProps) {
  if (listing.isPending) return <Skeletons shape="page" />;
  return (
    <div className={styles.columns}>
      <OfferAside offer={offer} listing={listing.data} />
      <div className={styles.main}>
        <Slot name="offerNotice" offer={offer} />
        {listing.isError && <ErrorState error={listing.error} onRetry={() => void listing.refetch()} />}
        {listing.data !== undefined && <VentureSections listing={listing.data} />}
        <Slot name="offerQuestions" offer={offer} />
        <Allotment offer={offer} />
        <RecentCommitments offer={offer} />
        <Slot name="offerDesk" offer={offer} />
        <ComplaintLink listingId={offer.listingId} />
      </div>
    </div>
  );
}
