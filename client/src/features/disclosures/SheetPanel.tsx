import type { SlotProps } from '../../slots/slots.ts';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import styles from './Disclosures.module.css';
import { DownloadSheet } from './DownloadSheet.tsx';
import { Told } from './Told.tsx';

/** On the page of a listing or an offer: its information sheet, and what the issuer has told since. */
export function SheetPanel({ listingId }: SlotProps['listingSheet']) {
  const { t } = useTranslation('disclosures');
  const format = useFormat();
  const sheet = useApi('kiis.read', { params: { listingId }, query: { language: format.locale } });
  if (sheet.isPending) return null;
  if (sheet.isError) return <ErrorState error={sheet.error} onRetry={() => void sheet.refetch()} />;
  const { version, inForceSince, pages } = sheet.data;
  return (
    <section aria-labelledby="sheet">
      <h2 id="sheet" className={styles.heading}>
        {t('sheet.title')}
      </h2>
      <p className={styles.lead}>{t('sheet.lead')}</p>
      <div className={styles.panel}>
        <p>
          {version === null || inForceSince === null
            ? t('sheet.draft')
            : t('sheet.version', { version, date: format.dateTime(inForceSince) })}{' '}
          · {t('sheet.pages', { count: pages })}
        </p>
        <div className={styles.acts}>
          <Link to="/listings/$listingId/sheet" params={{ listingId }}>
            {t('sheet.read')}
          </Link>
          <DownloadSheet listingId={listingId} />
        </div>
      </div>
      <Told listingId={listingId} />
    </section>
  );
}
