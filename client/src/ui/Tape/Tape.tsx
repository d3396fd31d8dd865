import type { Trade } from '@piazza/shared/contract';
import { millis, romeDay } from '@piazza/shared/values';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import { useVenueNow } from '../../realtime/index.ts';
import { LiveRegion } from '../LiveRegion/LiveRegion.tsx';
import { useThrottled } from '../LiveRegion/useThrottled.ts';
import styles from './Tape.module.css';

const marks = { buy: '▲', sell: '▼', auction: '◆' };

interface TapeProps {
  /** Newest first. */
  readonly trades: readonly Trade[];
  /** Rows shown. */
  readonly places?: number;
}

/** The trades as they come. Screen readers hear a sum of them, at most every ten seconds. */
export function Tape({ trades, places = 12 }: TapeProps) {
  const { t } = useTranslation('trading');
  const today = romeDay(millis(useVenueNow(60_000)));
  return (
    <>
      <table className={styles.tape}>
        <caption className="visually-hidden">{t('tape.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('tape.time')}</th>
            <th scope="col">{t('tape.price')}</th>
            <th scope="col">{t('tape.quantity')}</th>
            <th scope="col">{t('tape.side')}</th>
          </tr>
        </thead>
        <tbody>
          {trades.slice(0, places).map((trade) => (
            <Row key={trade.number} trade={trade} today={today} />
          ))}
        </tbody>
      </table>
      <Legend />
      <News trades={trades} />
    </>
  );
}

function Legend() {
  const { t } = useTranslation('trading');
  return (
    <p className={styles.legend} aria-hidden="true">
      {(['buy', 'sell', 'auction'] as const).map((side) => (
        <span key={side} className={styles[side]}>
          <span className={styles.mark}>{marks[side]}</span> {t(`tape.${side}`)}
        </span>
      ))}
    </p>
  );
}

interface RowProps {
  readonly trade: Trade;
  /** Day of Europe/Rome; trades of other days say theirs. */
  readonly today: string;
}

const Row = memo(function Row({ trade, today }: RowProps) {
  const { t } = useTranslation('trading');
  const format = useFormat();
  const { at, price, quantity, aggressor } = trade;
  return (
    <tr className={styles[aggressor]}>
      <td>
        <time dateTime={new Date(at).toISOString()} title={format.dateTime(at)}>
          {romeDay(at) === today ? format.timeExact(at) : `${format.dayOfYear(at)}, ${format.time(at)}`}
        </time>
      </td>
      <td className={styles.price}>{format.moneyExact(price)}</td>
      <td>{format.number(quantity)}</td>
      <td className={styles.side}>
        <span aria-hidden="true" className={styles.mark} title={t(`tape.${aggressor}`)}>
          {marks[aggressor]}
        </span>
        <span className="visually-hidden">{t(`tape.${aggressor}`)}</span>
      </td>
    </tr>
  );
});

const newsMs = 10_000;

function News({ trades }: Pick<TapeProps, 'trades'>) {
  const { t } = useTranslation('trading');
  const format = useFormat();
  const heard = useThrottled(trades, newsMs);
  const known = heard.before[0]?.number ?? 0;
  const fresh = heard.value.filter(({ number }) => number > known);
  const last = fresh[0];
  const isNews = last !== undefined && heard.before.length > 0;
  const units = fresh.reduce((sum, { quantity }) => sum + quantity, 0);
  return (
    <LiveRegion
      text={
        isNews
          ? t('tape.news', {
              count: fresh.length,
              units: format.number(units),
              price: format.moneyExact(last.price),
            })
          : ''
      }
    />
  );
}
