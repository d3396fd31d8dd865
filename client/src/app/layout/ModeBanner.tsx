import { useTranslation } from 'react-i18next';
import { useApi } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { useVenueNow } from '../../realtime/index.ts';
import styles from './ModeBanner.module.css';

const minuteMs = 60_000;

/** The legal mode of the venue and what money moves there, on every page; its clock where it runs ahead of the world's. */
export function ModeBanner() {
  const { t } = useTranslation('common');
  const { data: venue } = useApi('venue.read');
  return (
    <aside aria-label={t('mode.label')} className={styles.banner}>
      {venue !== undefined && (
        <strong>
          {t(`mode.${venue.mode}`)} · {t(`money.${venue.payments}`)}
        </strong>
      )}
      {venue !== undefined && venue.clockOffsetMs >= minuteMs && <Clock />}
    </aside>
  );
}

function Clock() {
  const { t } = useTranslation('common');
  const format = useFormat();
  const now = useVenueNow(minuteMs);
  return (
    <span className={styles.clock}>
      <span className={styles.label}>{t('mode.clock')}</span> {format.dateTime(now)}
    </span>
  );
}
