import type { Trade } from '@piazza/shared/contract';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import { cx } from '../cx.ts';
import { LiveRegion } from '../LiveRegion/LiveRegion.tsx';
import { useThrottled } from '../LiveRegion/useThrottled.ts';
import styles from './Tape.module.css';

interface TapeProps {
  /** Newest first. */
  readonly trades: readonly Trade[];
  /** Rows shown. */
  readonly places?: number;
}

/** The trades as they come. Screen readers hear a sum of them, at most every ten seconds. */
export function Tape({ trades, places = 20 }: TapeProps) {
  const { t } = useTranslation('trading');
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
            <Row key={trade.number} trade={trade} />
          ))}
        </tbody>
      </table>
      <News trades={trades} />
    </>
  );
}

const marks = { buy: '▲', sell: '▼', auction: '◆' };

const Row = memo(function Row({ trade }: { readonly trade: Trade }) {
  const { t } = useTranslation('trading');
  const format = useFormat();
  const { at, price, quantity, aggressor } = trade;
  return (
    <tr className={styles[aggressor]}>
      <td>
        <time dateTime={new Date(at).toISOString()} title={format.dateTime(at)}>
          {format.timeExact(at)}
        </time>
      </td>
      <td className={styles.price}>{format.moneyExact(price)}</td>
      <td>{format.number(quantity)}</td>
      <td className={styles.side}>
        <span aria-hidden="true" className={styles.mark}>
          {marks[aggressor]}
        </span>{' '}
        <span className={cx(styles.word)}>{t(`tape.${aggressor}`)}</span>
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
