import type { ListingView } from '@piazza/shared/contract';
import { Navigate, useParams } from '@tanstack/react-router';
import { useApi } from '../../../api/index.ts';
import { ErrorState } from '../../../ui/ErrorState/ErrorState.tsx';
import { Skeletons } from '../../../ui/Skeletons/Skeletons.tsx';
import { useOwn } from '../useOwn.ts';
import { Standing } from './Standing.tsx';
import { Wizard } from './Wizard.tsx';

const editable = ({ status }: ListingView): boolean => status === 'draft' || status === 'changes_requested';

/** A listing of one's own: written while it is a draft, followed from then on. */
export function WizardPage() {
  const { listingId } = useParams({ from: '/issuer/listings/$listingId' });
  const listing = useApi('listings.read', { params: { listingId } });
  const own = useOwn(listing.data?.organisation.id);
  if (listing.isPending) return <Skeletons shape="page" />;
  if (listing.isError)
    return <ErrorState error={listing.error} onRetry={() => void listing.refetch()} size="page" />;
  // What is public of somebody else's has a page of its own.
  if (own === false) return <Navigate to="/listings/$listingId" params={{ listingId }} replace />;
  return editable(listing.data) ? (
    <Wizard key={listingId} listing={listing.data} />
  ) : (
    <Standing listing={listing.data} />
  );
}
