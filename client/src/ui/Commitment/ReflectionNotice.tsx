import { IconHourglassHigh } from '@tabler/icons-react';
import { policy } from '@piazza/shared/policy';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import { Countdown } from '../Countdown/Countdown.tsx';
import styles from './ReflectionNotice.module.css';

interface ReflectionNoticeProps {
  /** Venue time, ms; null for a sophisticated investor, who has no such period. */
  readonly endsAt: number | null;
  /** Immediately before committing, or after it. */
  readonly when: 'before' | 'after';
}

/** The notice of ECSPR art. 22(4): shown immediately before a commitment and again after it. */
export function ReflectionNotice({ endsAt, when }: ReflectionNoticeProps) {
  const { t } = useTranslation('commitment');
  const format = useFormat();
  const none = when === 'before' ? t('reflection.noneText') : t('reflection.noneAfterText');
  // The period ends with the first instant of the next day; people call it the end of the day before.
  const text = endsAt === null ? none : t(`reflection.${when}`, { day: format.longDate(endsAt - 1) });
  const title =
    endsAt === null ? t('reflection.none') : t('reflection.title', { days: policy.reflectionDays });
  return (
    <div role="note" className={styles.notice} aria-label={title}>
      <IconHourglassHigh size={28} aria-hidden="true" className={styles.icon} />
      <div>
        <p className={styles.title}>{title}</p>
        <p className={styles.text}>{text}</p>
        {endsAt !== null && when === 'after' && (
          <p className={styles.left}>
            {t('reflection.left')} <Countdown to={endsAt} />
          </p>
        )}
        <p className={styles.law}>{t('reflection.law')}</p>
      </div>
    </div>
  );
}
