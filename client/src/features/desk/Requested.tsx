import type { ListingView } from '@piazza/shared/contract';
import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { requestedChanges } from './changes.ts';
import type { FieldName } from './fields.ts';
import styles from './Review.module.css';

/** What was asked for in the round before, to be ticked off; nothing where nothing was. */
export function Requested({ listing }: { readonly listing: ListingView }) {
  const { t } = useTranslation('desk');
  const requested = requestedChanges(listing);
  const [seen, setSeen] = useState<readonly number[]>([]);
  if (requested.length === 0 || listing.status === 'changes_requested') return null;
  const tick = (index: number) =>
    setSeen(seen.includes(index) ? seen.filter((one) => one !== index) : [...seen, index]);
  return (
    <div className={styles.panel}>
      <fieldset className={styles.gates}>
        <legend className={styles.legend}>{t('review.requested')}</legend>
        <p className={styles.hint}>
          {t('review.requestedSeen', { seen: seen.length, count: requested.length })}
        </p>
        {requested.map(({ field, text, changed }, index) => (
          <Checkbox
            key={`${field} ${text}`}
            label={`${t(`field.${field.split('.')[1] as FieldName}`)}: ${text}`}
            description={t(changed ? 'review.fieldChanged' : 'review.fieldSame')}
            checked={seen.includes(index)}
            onChange={() => tick(index)}
          />
        ))}
      </fieldset>
    </div>
  );
}
