import { ActionIcon, Textarea } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import styles from './Review.module.css';

interface CommentFieldProps {
  /** Of the field it is about. */
  readonly name: string;
  readonly text: string;
  /** With null the comment is taken away. */
  readonly onChange: (text: string | null) => void;
}

/** A comment on one field, until it is sent. */
export function CommentField({ name, text, onChange }: CommentFieldProps) {
  const { t } = useTranslation('desk');
  return (
    <div className={styles.comment}>
      <Textarea
        label={t('review.commentLabel', { field: name })}
        value={text}
        maxLength={2000}
        autosize
        minRows={2}
        data-autofocus
        ref={focusWhenNew}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <ActionIcon
        variant="subtle"
        color="vino"
        aria-label={t('review.removeComment', { field: name })}
        onClick={() => onChange(null)}
      >
        <IconTrash size={18} aria-hidden="true" />
      </ActionIcon>
    </div>
  );
}

/** A comment just opened is where one wants to write. */
function focusWhenNew(element: HTMLTextAreaElement | null): void {
  if (element?.value === '') element.focus();
}
