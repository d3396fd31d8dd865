import type { ListingId } from '@piazza/shared/values';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api/index.ts';
import { DocumentList } from './DocumentList.tsx';
import styles from './Dossier.module.css';

/** On the page of a listing or an offer: the documents its readers may have. Nothing where there are none. */
export function ListingDocuments({ listingId }: { readonly listingId: ListingId }) {
  const { t } = useTranslation('dossier');
  const documents = useApi('documents.ofListing', { params: { listingId } });
  if (documents.data === undefined || documents.data.items.length === 0) return null;
  return (
    <section aria-labelledby="documents">
      <h2 id="documents" className={styles.heading}>
        {t('documents.title')}
      </h2>
      <p className={styles.lead}>{t('documents.readerLead')}</p>
      <DocumentList documents={documents.data.items} />
    </section>
  );
}
