import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { SlotProps } from '../../slots/slots.ts';
import { NextStep } from './NextStep.tsx';
import { useOwn } from './useOwn.ts';

/** On the page of a listing: the next step, for those who represent its organisation. */
export function ListingAction({ listing }: SlotProps['listingAction']) {
  const { t } = useTranslation('issuer');
  if (useOwn(listing.organisation.id) !== true) return null;
  return (
    <>
      <NextStep listing={listing} />
      <Button
        variant="default"
        renderRoot={(props) => (
          <Link to="/issuer/listings/$listingId" params={{ listingId: listing.id }} {...props} />
        )}
      >
        {t('standing.history')}
      </Button>
    </>
  );
}
