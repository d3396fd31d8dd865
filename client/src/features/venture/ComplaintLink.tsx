import type { ListingId } from '@piazza/shared/values';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** The way to a complaint that names this listing. */
export function ComplaintLink({ listingId }: { readonly listingId: ListingId }) {
  const { t } = useTranslation('venture');
  return (
    <p>
      <Link to="/complaints" search={{ listing: listingId }}>
        {t('complain')}
      </Link>
    </p>
  );
}
