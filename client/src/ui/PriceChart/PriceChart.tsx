import { Button, SegmentedControl } from '@mantine/core';
import {
  candleIntervals,
  type AuctionResult,
  type Candle,
  type CandleInterval,
} from '@piazza/shared/contract';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import { auctionPoints } from './candles.ts';
import { Canvas } from './Canvas.tsx';
import { CandleTable } from './CandleTable.tsx';
import styles from './PriceChart.module.css';

interface PriceChartProps {
  /** Oldest first. */
  readonly candles: readonly Candle[];
  readonly auctions: readonly AuctionResult[];
  readonly interval: CandleInterval;
  readonly onInterval: (interval: CandleInterval) => void;
}

/** The course of the price as candles and auction points, or as a table. */
export function PriceChart({ candles, auctions, interval, onInterval }: PriceChartProps) {
  const { t } = useTranslation('trading');
  const [asTable, setAsTable] = useState(false);
  const text = useChartText(candles);
  const from = candles[0]?.at ?? 0;
  const points = useMemo(() => auctionPoints(auctions, interval, from), [auctions, interval, from]);
  return (
    <div>
      <div className={styles.tools}>
        <SegmentedControl
          size="sm"
          aria-label={t('chart.interval')}
          value={interval}
          onChange={onInterval}
          data={candleIntervals.map((value) => ({ value, label: t(`chart.${value}`) }))}
        />
        <Button size="compact-sm" variant="subtle" onClick={() => setAsTable((table) => !table)}>
          {t(asTable ? 'chart.asChart' : 'chart.asTable')}
        </Button>
      </div>
      {candles.length === 0 ? (
        <p className={styles.empty}>{t('chart.empty')}</p>
      ) : asTable ? (
        <CandleTable candles={candles} byDay={interval === '1d'} />
      ) : (
        <>
          <Canvas candles={candles} auctions={points} byDay={interval === '1d'} text={text} />
          {points.length > 0 && <p className={styles.legend}>{t('chart.auctions')}</p>}
        </>
      )}
    </div>
  );
}

/** What the candles show, in a sentence. */
function useChartText(candles: readonly Candle[]): string {
  const { t } = useTranslation('trading');
  const format = useFormat();
  const first = candles[0];
  const last = candles.at(-1);
  if (first === undefined || last === undefined) return t('chart.empty');
  return t('chart.text', {
    from: format.date(first.at),
    to: format.date(last.at),
    open: format.moneyExact(first.open),
    high: format.moneyExact(Math.max(...candles.map(({ high }) => high))),
    low: format.moneyExact(Math.min(...candles.map(({ low }) => low))),
    close: format.moneyExact(last.close),
    volume: format.number(candles.reduce((sum, { volume }) => sum + volume, 0)),
  });
}
