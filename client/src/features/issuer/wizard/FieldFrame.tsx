import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './Fields.module.css';

interface FieldFrameProps {
  readonly children: ReactNode;
  readonly example?: string | undefined;
  /** Stands below the input: a counter, or how what was typed is read. */
  readonly note?: ReactNode;
  readonly comments: readonly string[];
  readonly edited: boolean;
}

/** What stands around every input of the draft: an example on demand, a note, what reviewers said. */
export function FieldFrame({ children, example, note, comments, edited }: FieldFrameProps) {
  const { t } = useTranslation('issuerFields');
  return (
    <div className={styles.field}>
      {children}
      {(example !== undefined || note !== undefined) && (
        <div className={styles.below}>
          {example !== undefined && (
            <details className={styles.example}>
              <summary>{t('example')}</summary>
              <p>{example}</p>
            </details>
          )}
          {note !== undefined && <span className={styles.note}>{note}</span>}
        </div>
      )}
      {comments.length > 0 && (
        <aside className={styles.comment} aria-label={t('comment.title')}>
          <strong>{t('comment.title')}</strong>
          {comments.map((text) => (
            <p key={text}>{text}</p>
          ))}
          <p className={styles.answer}>{t(edited ? 'comment.edited' : 'comment.open')}</p>
        </aside>
      )}
    </div>
  );
}
