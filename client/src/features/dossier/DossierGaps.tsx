import { Alert } from '@mantine/core';
import type { ListingView } from '@piazza/shared/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api/index.ts';

/** Where a listing is handed in: that its organisation has not told all of itself yet, and where to. */
export function DossierGaps({ listing }: { readonly listing: ListingView }) {
  const { t } = useTranslation('dossier');
  const params = { organisationId: listing.organisation.id };
  const dossier = useApi('dossier.read', { params });
  const count = dossier.data?.gaps.length ?? 0;
  if (count === 0) return null;
  return (
    <Alert color="ocra" variant="light">
      {t('standing.gaps', { count })}{' '}
      <Link to="/issuer/organisations/$organisationId/dossier" params={params}>
        {t('standing.open', { name: listing.organisation.name })}
      </Link>
    </Alert>
  );
}
