import type { ListingId } from '@piazza/shared/values';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api/index.ts';
import type { SlotProps } from '../../slots/slots.ts';
import styles from './Duties.module.css';

/** What everybody must know of the duties of an issue, and the way to all of them. */
export function DutyNotice({ listingId }: { readonly listingId: ListingId }) {
  const { t } = useTranslation('duties');
  const duties = useApi('duties.read', { params: { listingId } }).data;
  if (duties === undefined || duties.since === null) return null;
  const late = duties.reports.some((report) => report.late && report.status !== 'accepted');
  const link = (
    <Link to="/listings/$listingId/duties" params={{ listingId }}>
      {t('notice.more')}
    </Link>
  );
  if (duties.stop === null && !late) return <p>{link}</p>;
  return (
    <div role="note" className={styles.notice}>
      <p>{duties.stop === null ? t('notice.late') : t(`notice.${duties.stop}`)}</p>
      <p>{link}</p>
    </div>
  );
}

/** The same on the page of an offer, whose listing it is. */
export const OfferDuties = ({ offer }: SlotProps['offerNotice']) => (
  <DutyNotice listingId={offer.listingId} />
);
