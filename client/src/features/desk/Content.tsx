import type { Draft } from '@piazza/shared/contract';
import { ActionIcon, Button, Textarea } from '@mantine/core';
import { IconMessagePlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { groups, type Field } from './fields.ts';
import styles from './Review.module.css';
import type { Comments } from './ReviewPage.tsx';
import { useFieldValue } from './useFieldValue.ts';

interface ContentProps {
  readonly draft: Draft;
  readonly comments: Comments;
  /** Sets or, with null, removes a comment; absent where nothing can be commented. */
  readonly onComment?: (path: string, text: string | null) => void;
}

/** Every field as the issuer filled it in, with room for a comment beside each. */
export function Content({ draft, comments, onComment }: ContentProps) {
  const { t } = useTranslation('desk');
  return (
    <section aria-labelledby="content" className={styles.content}>
      <h2 id="content" className="visually-hidden">
        {t('review.content')}
      </h2>
      {groups.map(({ key, fields }) => (
        <section key={key} aria-labelledby={`group-${key}`} className={styles.group}>
          <h3 id={`group-${key}`}>{t(`review.group.${key}`)}</h3>
          {fields.map((field) => (
            <Row
              key={field.path}
              draft={draft}
              field={field}
              comment={comments[field.path]}
              {...(onComment === undefined ? {} : { onComment })}
            />
          ))}
        </section>
      ))}
    </section>
  );
}

interface RowProps extends Pick<ContentProps, 'draft' | 'onComment'> {
  readonly field: Field;
  readonly comment: string | undefined;
}

function Row({ draft, field, comment, onComment }: RowProps) {
  const { t } = useTranslation('desk');
  const valueOf = useFieldValue();
  const name = t(`field.${field.name}`);
  const value = valueOf(draft, field);
  return (
    <div className={styles.row}>
      <div className={styles.head}>
        <h4>{name}</h4>
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
      {value === '' ? (
        <p className={styles.missing}>{t('review.empty')}</p>
      ) : (
        <p className={styles.value}>{value}</p>
      )}
      {onComment !== undefined && comment !== undefined && (
        <div className={styles.comment}>
          <Textarea
            label={t('review.commentLabel', { field: name })}
            value={comment}
            maxLength={2000}
            autosize
            minRows={2}
            data-autofocus
            ref={focusWhenNew}
            onChange={(event) => onComment(field.path, event.currentTarget.value)}
          />
          <ActionIcon
            variant="subtle"
            color="vino"
            aria-label={t('review.removeComment', { field: name })}
            onClick={() => onComment(field.path, null)}
          >
            <IconTrash size={18} aria-hidden="true" />
          </ActionIcon>
        </div>
      )}
    </div>
  );
}

/** A comment just opened is where one wants to write. */
function focusWhenNew(element: HTMLTextAreaElement | null): void {
  if (element?.value === '') element.focus();
}
