import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import { useVenueNow } from '../../realtime/index.ts';
import type { Calendar } from './calendar.ts';
import { nextSessions } from './sessions.ts';
import styles from './TradingDesk.module.css';

const minuteMs = 60_000;
const shown = 3;

/** When the next sessions of a calendar would be, in Rome time. */
export function Preview({ calendar }: { readonly calendar: Calendar }) {
  const { t } = useTranslation('tradingDesk');
  const { longDate, time } = useFormat();
  const sessions = nextSessions(calendar, useVenueNow(minuteMs), shown);
  return (
    <div>
      <h3 className={styles.subtitle}>{t('calendar.preview')}</h3>
      {sessions.length === 0 ? (
        <p className={styles.soft}>{t('calendar.previewNone')}</p>
      ) : (
        <ol className={styles.preview}>
          {sessions.map(({ preOpenAt, callAt, endsAt, closesAt }) => (
            <li key={preOpenAt}>
              <strong>{longDate(preOpenAt)}</strong>:{' '}
              {t('calendar.previewText', { call: time(callAt), end: time(endsAt), close: time(closesAt) })}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
