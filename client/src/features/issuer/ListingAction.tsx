import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApi, useMe } from '../../api/index.ts';
import type { SlotProps } from '../../slots/slots.ts';
import { NextStep } from './NextStep.tsx';

/** On the page of a listing: the next step, for those who represent its organisation. */
export function ListingAction({ listing }: SlotProps['listingAction']) {
  const { t } = useTranslation('issuer');
  const enterprise = useMe()?.roles.includes('enterprise') ?? false;
  const mine = useApi('organisations.mine', {}, { enabled: enterprise });
  const own = enterprise && (mine.data?.items.some(({ id }) => id === listing.organisation.id) ?? false);
  if (!own) return null;
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
