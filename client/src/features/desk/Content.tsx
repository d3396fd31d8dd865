import type { Draft, ListingView } from '@piazza/shared/contract';
import { Button, Checkbox } from '@mantine/core';
import { IconMessagePlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changedFields, requestedChanges, type RequestedChange } from './changes.ts';
import { CommentField } from './CommentField.tsx';
import { groups, type Field } from './fields.ts';
import styles from './Review.module.css';
import type { Comments } from './ReviewPage.tsx';
import { useFieldValue } from './useFieldValue.ts';

interface ContentProps {
  readonly listing: ListingView;
  readonly comments: Comments;
  /** Sets or, with null, removes a comment; absent where nothing can be commented. */
  readonly onComment?: (path: string, text: string | null) => void;
}

/** Every field as the issuer filled it in, beside what was sent back before, with room for a comment at each. */
export function Content({ listing, comments, onComment }: ContentProps) {
  const { t } = useTranslation('desk');
  const [only, setOnly] = useState(false);
  const changed = changedFields(listing);
  const requested = requestedChanges(listing);
  const shown = (field: Field) => !only || changed.has(field.path);
  return (
    <section aria-labelledby="content" className={styles.content}>
      <h2 id="content" className="visually-hidden">
        {t('review.content')}
      </h2>
      {listing.previous !== null && (
        <div className={styles.compared}>
          <p>{t('review.changedFields', { count: changed.size })}</p>
          <Checkbox
            label={t('review.onlyChanged')}
            checked={only}
            onChange={(event) => setOnly(event.currentTarget.checked)}
          />
        </div>
      )}
      {groups
        .filter(({ fields }) => fields.some(shown))
        .map(({ key, fields }) => (
          <section key={key} aria-labelledby={`group-${key}`} className={styles.group}>
            <h3 id={`group-${key}`}>{t(`review.group.${key}`)}</h3>
            {fields.filter(shown).map((field) => (
              <Row
                key={field.path}
                draft={listing.draft}
                previous={changed.has(field.path) ? listing.previous : null}
                field={field}
                asked={requested.filter((one) => one.field === field.path)}
                comment={comments[field.path]}
                {...(onComment === undefined ? {} : { onComment })}
              />
            ))}
          </section>
        ))}
    </section>
  );
}

interface RowProps extends Pick<ContentProps, 'onComment'> {
  readonly draft: Draft;
  /** What stood there when it was sent back; null where nothing else did. */
  readonly previous: Draft | null;
  readonly field: Field;
  readonly asked: readonly RequestedChange[];
  readonly comment: string | undefined;
}

function Row({ draft, previous, field, asked, comment, onComment }: RowProps) {
  const { t } = useTranslation('desk');
  const name = t(`field.${field.name}`);
  return (
    <div className={styles.row} id={`field-${field.path}`} tabIndex={-1}>
      <div className={styles.head}>
        <h4>
          {name} {previous !== null && <span className={styles.changed}>{t('review.changedMark')}</span>}
        </h4>
        {onComment !== undefined && comment === undefined && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconMessagePlus size={16} aria-hidden="true" />}
            aria-label={t('review.commentOn', { field: name })}
            onClick={() => onComment(field.path, '')}
          >
            {t('review.comment')}
          </Button>
        )}
      </div>
      {previous === null ? (
        <Value draft={draft} field={field} />
      ) : (
        <dl className={styles.versions}>
          <div>
            <dt>{t('review.before')}</dt>
            <dd>
              <Value draft={previous} field={field} />
            </dd>
          </div>
          <div className={styles.newer}>
            <dt>{t('review.now')}</dt>
            <dd>
              <Value draft={draft} field={field} />
            </dd>
          </div>
        </dl>
      )}
      {asked.map(({ text, by }) => (
        <p key={text} className={styles.asked}>
          <strong>{t('review.askedBy', { name: by })}</strong> {text}
        </p>
      ))}
      {onComment !== undefined && comment !== undefined && (
        <CommentField name={name} text={comment} onChange={(text) => onComment(field.path, text)} />
      )}
    </div>
  );
}

function Value({ draft, field }: Pick<RowProps, 'draft' | 'field'>) {
  const { t } = useTranslation('desk');
  const value = useFieldValue()(draft, field);
  return value === '' ? (
    <p className={styles.missing}>{t('review.empty')}</p>
  ) : (
    <p className={styles.value}>{value}</p>
  );
}
