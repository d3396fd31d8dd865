import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApi, useMe } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { useOfferProgress, useVenueNow } from '../../realtime/index.ts';
import type { SlotProps } from '../../slots/slots.ts';
import { cx } from '../../ui/cx.ts';
import styles from './Disclosures.module.css';

const minuteMs = 60_000;

/** On top of the page of an offer: that it is suspended, or that its sheet changed lately. */
export function OfferNotice({ offer }: SlotProps['offerNotice']) {
  const { t } = useTranslation('disclosures');
  const format = useFormat();
  const { status } = useOfferProgress(offer);
  const now = useVenueNow(minuteMs);
  const investor = useMe()?.roles.includes('investor') ?? false;
  const { listingId } = offer;
  const items = useApi('disclosures.list', { params: { listingId } }).data?.items ?? [];
  const suspended = status === 'suspended' ? items.find((one) => one.status === 'suspended') : undefined;
  const changed = items.find(({ revocableUntil }) => revocableUntil !== null && revocableUntil > now);
  if (suspended !== undefined)
    return (
      <div role="note" className={cx(styles.notice, styles.stopped)}>
        <p className={styles.noticeTitle}>{t('notice.suspended')}</p>
        <p>{suspended.words}</p>
        <p>{t('notice.suspendedText', { date: format.dateTime(suspended.suspendedUntil ?? now) })}</p>
        {investor && <Link to="/portfolio/commitments">{t('notice.mine')}</Link>}
      </div>
    );
  if (changed?.decided === undefined || changed.decided === null) return null;
  const { version, revocableUntil, decided } = changed;
  return (
    <div role="note" className={styles.notice}>
      <p className={styles.noticeTitle}>{t('notice.changed', { date: format.dateTime(decided.at) })}</p>
      <p>{t('notice.changedText', { until: format.longDate((revocableUntil ?? now) - 1) })}</p>
      <div className={styles.acts}>
        {version !== null && (
          <Link
            to="/listings/$listingId/sheet"
            params={{ listingId }}
            search={{ from: version - 1, version }}
          >
            {t('notice.compare')}
          </Link>
        )}
        {investor && <Link to="/portfolio/commitments">{t('notice.mine')}</Link>}
      </div>
    </div>
  );
}
