import type { ListingView } from '@piazza/shared/contract';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/index.ts';

/** On the page of a listing, for operators: the way to its review. */
export function OperatorListing({ listing }: { readonly listing: ListingView }) {
  const { t } = useTranslation('desk');
  const me = useMe();
  if (me?.roles.includes('operator') !== true) return null;
  return (
    <Button
      renderRoot={(props) => (
        <Link to="/desk/listings/$listingId" params={{ listingId: listing.id }} {...props} />
      )}
    >
      {t('queue.open', { title: listing.draft.texts.title })}
    </Button>
  );
}
