import type { FieldComment, ListingView } from '@piazza/shared/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import { Timeline } from '../../ui/Timeline/Timeline.tsx';
import type { FieldName } from './fields.ts';
import styles from './Review.module.css';

/** What reviewers said, and how the listing came to where it is. */
export function PastReviews({ listing }: { readonly listing: ListingView }) {
  const { t } = useTranslation(['desk', 'ui']);
  const format = useFormat();
  const spoken = listing.reviews.filter(({ verdict }) => verdict !== 'taken');
  return (
    <>
      <section aria-labelledby="earlier" className={styles.panel}>
        <h2 id="earlier">{t('review.earlier')}</h2>
        {spoken.length === 0 && <p className={styles.hint}>{t('review.none')}</p>}
        {spoken.toReversed().map((review) => (
          <article key={`${review.at}-${review.reviewerName}`} className={styles.said}>
            <p>
              <strong>{review.reviewerName}</strong> {t(`review.verdict.${review.verdict}`)}
              <br />
              <small>{format.dateTime(review.at)}</small>
            </p>
            <p className={styles.value}>{review.reason}</p>
            {review.comments.length > 0 && (
              <ul>
                {review.comments.map((comment) => (
                  <Comment key={comment.field} comment={comment} />
                ))}
              </ul>
            )}
          </article>
        ))}
      </section>
      <section aria-labelledby="history" className={styles.panel}>
        <h2 id="history">{t('review.history')}</h2>
        <Timeline
          label={t('review.history')}
          steps={listing.transitions.map(({ at, to, by, reason }, index) => ({
            key: `${at}-${to}`,
            title: t(`ui:status.${to}`),
            at,
            text: [t('review.by', { name: by === 'venue' ? t('review.venue') : by }), reason]
              .filter(Boolean)
              .join(': '),
            state: index === listing.transitions.length - 1 ? ('now' as const) : ('done' as const),
          }))}
        />
      </section>
    </>
  );
}

function Comment({ comment }: { readonly comment: FieldComment }) {
  const { t } = useTranslation('desk');
  const name = comment.field.split('.')[1] as FieldName;
  return (
    <li>
      <strong>{t(`field.${name}`)}</strong>: {comment.text}
    </li>
  );
}
