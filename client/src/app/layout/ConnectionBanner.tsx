import { useTranslation } from 'react-i18next';
import { connection, useStore } from '../../realtime/index.ts';
import styles from './ConnectionBanner.module.css';

/** Says that what is on screen may be old, as long as it may be. Floats, so that nothing moves when it comes. */
export function ConnectionBanner() {
  const { t } = useTranslation('common');
  const lost = useStore(connection) === 'lost';
  return (
    <output className={styles.place}>
      {lost && <span className={styles.banner}>{t('connection.lost')}</span>}
    </output>
  );
}
