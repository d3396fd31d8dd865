import { useTranslation } from 'react-i18next';
import { splitDuration } from '../../locale/format.ts';
import { useFormat } from '../../locale/use-format.ts';
import { useVenueNow } from '../../realtime/index.ts';
import styles from './Countdown.module.css';

interface CountdownProps {
  /** Venue time in milliseconds. */
  readonly to: number;
  readonly verb?: 'closesIn' | 'opensIn' | 'none';
}

const hourMs = 3_600_000;

/** Time left on the venue's clock, in its two largest units; the exact moment is in the tooltip and the markup. */
export function Countdown({ to, verb = 'none' }: CountdownProps) {
  const { t } = useTranslation('ui');
  const format = useFormat();
  const second = useVenueNow(1_000);
  const left = to - second;
  const { days, hours, minutes, seconds } = splitDuration(left);
  const parts = [
    { unit: 'days', count: days },
    { unit: 'hours', count: hours },
    { unit: 'minutes', count: minutes },
    { unit: 'seconds', count: seconds },
  ] as const;
  const first = parts.findIndex(({ count }) => count > 0);
  const shown = parts.slice(first === -1 ? 3 : first, (first === -1 ? 3 : first) + 2);
  const words = shown.map(({ unit, count }) => t(`countdown.${unit}`, { count })).join(' ');
  return (
    <time
      dateTime={new Date(to).toISOString()}
      title={format.dateTime(to)}
      className={left < hourMs && left > 0 ? styles.soon : styles.countdown}
    >
      {left <= 0 ? t('countdown.passed') : verb === 'none' ? words : `${t(`countdown.${verb}`)} ${words}`}
    </time>
  );
}
