import type { OfferView } from '@piazza/shared/contract';
import { useTranslation } from 'react-i18next';
import { useApi, useMe } from '../../api/index.ts';
import { useOfferProgress } from '../../realtime/index.ts';
import type { SlotProps } from '../../slots/slots.ts';
import styles from './Disclosures.module.css';
import { EventForm } from './EventForm.tsx';
import { IssuerSide } from './IssuerSide.tsx';
import { OperatorSide } from './OperatorSide.tsx';

const running: ReadonlySet<OfferView['progress']['status']> = new Set([
  'scheduled',
  'open',
  'closing',
  'suspended',
]);

/** On the page of an offer, for its issuer and operators: changes, defects and events that are to be told. */
export function DisclosureDesk({ offer }: SlotProps['offerDesk']) {
  const { t } = useTranslation('disclosures');
  const me = useMe();
  const { status } = useOfferProgress(offer);
  const own = useApi('organisations.mine', undefined, { enabled: me?.roles.includes('enterprise') ?? false });
  const issuer = own.data?.items.some(({ id }) => id === offer.organisation.id) ?? false;
  const operator = me?.roles.includes('operator') ?? false;
  const { listingId } = offer;
  const items = useApi('disclosures.list', { params: { listingId } }, { enabled: issuer || operator }).data
    ?.items;
  if ((!issuer && !operator) || items === undefined) return null;
  const isRunning = running.has(status);
  if (!isRunning && !(issuer && status === 'funded')) return null;
  const open = items.filter((item) => ['filed', 'signalled', 'suspended'].includes(item.status));
  return (
    <section aria-labelledby="sheet-desk" className={styles.panel}>
      <h2 id="sheet-desk" className={styles.heading}>
        {t('desk.title')}
      </h2>
      {issuer && isRunning && <IssuerSide offer={offer} open={open} />}
      {operator && isRunning && <OperatorSide offer={offer} open={open} />}
      {issuer && status === 'funded' && <EventForm listingId={listingId} />}
    </section>
  );
}
