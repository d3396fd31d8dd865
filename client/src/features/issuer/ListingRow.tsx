import type { ListingSummary } from '@piazza/shared/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import { cx } from '../../ui/cx.ts';
import { StatusBadge } from '../../ui/StatusBadge/StatusBadge.tsx';
import { VentureMark } from '../../ui/VentureMark/VentureMark.tsx';
import styles from './IssuerPage.module.css';
import { nextSteps } from './turns.ts';

/** One of one's listings: where it stands, whose turn it is, and the way on. */
export function ListingRow({ listing }: { readonly listing: ListingSummary }) {
  const { t } = useTranslation('issuer');
  const format = useFormat();
  const { status, organisation, gaps, approvals, since } = listing;
  const { waitsFor } = nextSteps[status];
  const title = listing.title === '' ? t('untitled') : listing.title;
  return (
    <li className={cx(styles.row, waitsFor === 'you' && styles.mine)}>
      <VentureMark name={organisation.name} size={44} />
      <div className={styles.words}>
        <h3 className={styles.name}>{title}</h3>
        <p className={styles.facts}>
          <StatusBadge status={status} />
          <span>{organisation.name}</span>
          <span>{t('list.since', { date: format.date(since) })}</span>
        </p>
        <p>
          <strong className={cx(waitsFor === 'you' && styles.turn)}>{t(`list.waits.${waitsFor}`)}.</strong>{' '}
          {t(`next.${status}`, { count: status === 'draft' ? gaps : approvals })}
        </p>
      </div>
      <Way listing={listing} title={title} />
    </li>
  );
}

function Way({ listing, title }: { readonly listing: ListingSummary; readonly title: string }) {
  const { t } = useTranslation('issuer');
  const { id, offerId, status } = listing;
  const { action } = nextSteps[status];
  const text = t(`list.${action}`);
  const label = t('list.of', { action: text, title });
  return action === 'offer' && offerId !== null ? (
    <Link to="/offers/$offerId" params={{ offerId }} aria-label={label} className={styles.way}>
      {text}
    </Link>
  ) : (
    <Link
      to="/issuer/listings/$listingId"
      params={{ listingId: id }}
      aria-label={label}
      className={styles.way}
    >
      {text}
    </Link>
  );
}
