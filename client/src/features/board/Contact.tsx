import type { PostView } from '@piazza/shared/contract';
import { useTranslation } from 'react-i18next';
import styles from './Board.module.css';

/** How to reach somebody. Of an account that is closed there is no address. */
export function Contact({ displayName, email }: NonNullable<PostView['contact']>) {
  const { t } = useTranslation('board');
  if (email === '') return <p className={styles.soft}>{t('contact.gone')}</p>;
  return (
    <p className={styles.contact}>
      <strong>{displayName}</strong> <a href={`mailto:${email}`}>{email}</a>
    </p>
  );
}
