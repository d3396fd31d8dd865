import type { ListingId } from '@piazza/shared/values';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api/index.ts';
import styles from './WarningsStep.module.css';

/** The risks as the venture itself describes them in its listing. */
export function OwnRisks({ listingId }: { readonly listingId: ListingId }) {
  const { t } = useTranslation('commit');
  const risks = useApi('listings.read', { params: { listingId } }).data?.draft.texts.risks.trim() ?? '';
  if (risks === '') return null;
  return (
    <details className={styles.own}>
      <summary>{t('warnings.own')}</summary>
      <p>{risks}</p>
    </details>
  );
}
