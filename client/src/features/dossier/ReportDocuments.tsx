import { useTranslation } from 'react-i18next';
import { useApi } from '../../api/index.ts';
import type { SlotProps } from '../../slots/slots.ts';
import { DocumentList } from './DocumentList.tsx';
import styles from './Dossier.module.css';

/** The documents that go with a report, as far as the reader may have them. Nothing where there are none. */
export function ReportDocuments({ listingId, documents }: SlotProps['reportDocuments']) {
  const { t } = useTranslation('dossier');
  const all = useApi('documents.ofListing', { params: { listingId } }, { enabled: documents.length > 0 });
  const found = all.data?.items.filter(({ id }) => documents.includes(id)) ?? [];
  if (found.length === 0) return null;
  return (
    <div className={styles.stack}>
      <p className={styles.lead}>{t('documents.ofReport')}</p>
      <DocumentList documents={found} inside />
    </div>
  );
}
