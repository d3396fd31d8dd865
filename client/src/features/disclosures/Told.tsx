import type { DisclosureView } from '@piazza/shared/contract';
import type { ListingId } from '@piazza/shared/values';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import styles from './Disclosures.module.css';

/** What the issuer has told of a listing since its admission, newest first; nothing where nothing was told. */
export function Told({ listingId }: { readonly listingId: ListingId }) {
  const { t } = useTranslation('disclosures');
  const disclosures = useApi('disclosures.list', { params: { listingId } });
  const items = disclosures.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <>
      <h3>{t('told.title')}</h3>
      <ul className={styles.list}>
        {items.map((item) => (
          <One key={item.id} item={item} />
        ))}
      </ul>
    </>
  );
}

function One({ item }: { readonly item: DisclosureView }) {
  const { t } = useTranslation('disclosures');
  const format = useFormat();
  const { kind, status, at, words, filing, occurredOn, late, version, listingId, revocableUntil } = item;
  return (
    <li className={styles.item}>
      <p>
        <strong>{t(`told.${kind}`)}</strong> · {t(`told.status.${status}`)} ·{' '}
        <time dateTime={new Date(at).toISOString()}>{format.dateTime(at)}</time>
        {late && <span className={styles.mark}> {t('told.late')}</span>}
      </p>
      {occurredOn !== null && (
        <p>{t('told.occurred', { date: format.date(Date.parse(`${occurredOn}T12:00:00Z`)) })}</p>
      )}
      <p>{words}</p>
      {kind === 'defect' && filing !== null && <p>{filing.words}</p>}
      {version !== null && (
        <p>
          {t('told.madeVersion', { version })}{' '}
          {revocableUntil !== null && t('told.revocable', { date: format.longDate(revocableUntil - 1) })}{' '}
          <Link
            to="/listings/$listingId/sheet"
            params={{ listingId }}
            search={{ from: version - 1, version }}
          >
            {t('notice.compare')}
          </Link>
        </p>
      )}
    </li>
  );
}
