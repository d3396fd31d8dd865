import type { CommitmentView } from '@piazza/shared/contract';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import { useVenueNow } from '../../realtime/index.ts';
import styles from './ReflectionNotice.module.css';
import { isRenewed } from './revocable.ts';

const minuteMs = 60_000;

/** That the sheet of the offer changed since the commitment, and until when it may be revoked (ECSPR art. 23). */
export function RenewalNotice({ commitment }: { readonly commitment: CommitmentView }) {
  const { t } = useTranslation('commitment');
  const format = useFormat();
  const now = useVenueNow(minuteMs);
  const { renewal, reflectionEndsAt } = commitment;
  if (!isRenewed(commitment, now) || renewal === null || reflectionEndsAt === null) return null;
  const title = t(`renewal.${renewal.why}`, { date: format.dateTime(renewal.at) });
  return (
    <div role="note" className={styles.notice} aria-label={title}>
      <IconAlertTriangle size={28} aria-hidden="true" className={styles.icon} />
      <div>
        <p className={styles.title}>{title}</p>
        <p>{t('renewal.until', { day: format.longDate(reflectionEndsAt - 1) })}</p>
      </div>
    </div>
  );
}
