import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './FormErrors.module.css';

export interface FieldError {
  /** id of the input the error belongs to. */
  readonly field: string;
  readonly text: string;
}

/** What is wrong with a form, in one place that takes the focus; each line leads to its field. */
export function FormErrors({ errors }: { readonly errors: readonly FieldError[] }) {
  const { t } = useTranslation('ui');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length > 0) box.current?.focus();
  }, [errors]);
  if (errors.length === 0) return null;
  return (
    <div ref={box} role="alert" tabIndex={-1} className={styles.errors}>
      <p>{t('summary', { count: errors.length })}</p>
      <ul>
        {errors.map(({ field, text }) => (
          <li key={field}>
            <a
              href={`#${field}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(field)?.focus();
              }}
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
