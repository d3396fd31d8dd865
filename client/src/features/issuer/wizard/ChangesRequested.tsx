import type { ListingId } from '@piazza/shared/values';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../locale/use-format.ts';
import type { Review } from '../draft/comments.ts';
import { isField, stepOf } from '../draft/fields.ts';
import styles from './ChangesRequested.module.css';

interface ChangesRequestedProps {
  readonly listingId: ListingId;
  readonly request: Review;
  readonly edited: ReadonlySet<string>;
}

/** What the reviewers ask for, with a way to every field they commented on. */
export function ChangesRequested({ listingId, request, edited }: ChangesRequestedProps) {
  const { t } = useTranslation(['issuer', 'issuerFields']);
  const format = useFormat();
  const fields = [...new Set(request.comments.map(({ field }) => field))].filter(isField);
  return (
    <section className={styles.request} aria-labelledby="changes-requested">
      <h2 id="changes-requested" className={styles.title}>
        {t('issuer:request.title')}
      </h2>
      <p className={styles.by}>
        {t('issuer:request.by', { name: request.reviewerName, date: format.dateTime(request.at) })}
      </p>
      <p className={styles.reason}>{request.reason}</p>
      {fields.length > 0 && (
        <>
          <p>{t('issuer:request.comments', { count: request.comments.length })}</p>
          <ul>
            {fields.map((field) => (
              <li key={field}>
                <Link
                  to="/issuer/listings/$listingId"
                  params={{ listingId }}
                  search={{ step: stepOf(field), field }}
                >
                  {t('issuer:request.where', {
                    field: t(`issuerFields:${field}.label`),
                    step: t(`issuer:step.${stepOf(field)}.name`),
                  })}
                </Link>
                {edited.has(field) && <span aria-hidden="true"> ✓</span>}
                {edited.has(field) && (
                  <span className="visually-hidden"> {t('issuerFields:comment.edited')}</span>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
