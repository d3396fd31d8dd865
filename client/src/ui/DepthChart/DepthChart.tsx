import type { Level } from '@piazza/shared/depth';
import type { PriceCents } from '@piazza/shared/values';
import { memo, useMemo, useState, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import { areaOf, frameOf, height, sums, unitsAt, width, type Frame, type Step } from './curve.ts';
import styles from './DepthChart.module.css';

interface DepthChartProps {
  /** Best first. */
  readonly bids: readonly Level[];
  readonly asks: readonly Level[];
  /** Price of the call if it ended now. */
  readonly indicative?: PriceCents | null;
}

/** How many units wait down to and up to each price, as two areas that face each other; and in words. */
export const DepthChart = memo(function DepthChart({ bids, asks, indicative = null }: DepthChartProps) {
  const curves = useMemo(() => ({ bid: sums(bids), ask: sums(asks) }), [bids, asks]);
  const frame = frameOf(curves.bid, curves.ask);
  return (
    <div>
      <Words bids={curves.bid} asks={curves.ask} />
      {frame !== null && <Drawing curves={curves} frame={frame} indicative={indicative} />}
    </div>
  );
});

interface WordsProps {
  readonly bids: readonly Step[];
  readonly asks: readonly Step[];
}

function Words({ bids, asks }: WordsProps) {
  const { t } = useTranslation('trading');
  const format = useFormat();
  const bid = bids.at(-1);
  const ask = asks.at(-1);
  const values = {
    bidUnits: format.number(bid?.units ?? 0),
    askUnits: format.number(ask?.units ?? 0),
    lowest: format.moneyExact(bid?.price ?? 0),
    highest: format.moneyExact(ask?.price ?? 0),
  };
  const kind =
    bid === undefined ? (ask === undefined ? 'empty' : 'asksOnly') : ask === undefined ? 'bidsOnly' : 'text';
  return <p className={styles.words}>{t(`depth.${kind}`, values)}</p>;
}

interface DrawingProps {
  readonly curves: { readonly bid: readonly Step[]; readonly ask: readonly Step[] };
  readonly frame: Frame;
  readonly indicative: number | null;
}

function Drawing({ curves, frame, indicative }: DrawingProps) {
  const format = useFormat();
  const [pointed, setPointed] = useState<number | null>(null);
  const share = (price: number) => (price - frame.low) / (frame.high - frame.low);
  const point = ({ currentTarget, clientX }: PointerEvent) => {
    const box = currentTarget.getBoundingClientRect();
    setPointed(Math.min(1, Math.max(0, (clientX - box.left) / box.width)));
  };
  return (
    <div className={styles.chart} onPointerMove={point} onPointerLeave={() => setPointed(null)}>
      <svg
        aria-hidden="true"
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        className={styles.drawing}
      >
        <path d={areaOf(curves.bid, 'bid', frame)} className={styles.bid} />
        <path d={areaOf(curves.ask, 'ask', frame)} className={styles.ask} />
        {indicative !== null && (
          <line
            x1={share(indicative) * width}
            x2={share(indicative) * width}
            y2={height}
            className={styles.mark}
          />
        )}
        {pointed !== null && (
          <line x1={pointed * width} x2={pointed * width} y2={height} className={styles.hair} />
        )}
      </svg>
      {pointed !== null && <Readout {...{ curves, frame, pointed }} />}
      <div className={styles.axis} aria-hidden="true">
        <span>{format.moneyExact(frame.low)}</span>
        <span>{format.moneyExact(Math.round((frame.low + frame.high) / 2))}</span>
        <span>{format.moneyExact(frame.high)}</span>
      </div>
    </div>
  );
}

interface ReadoutProps extends Pick<DrawingProps, 'curves' | 'frame'> {
  readonly pointed: number;
}

/** The figures under the pointer. */
function Readout({ curves, frame, pointed }: ReadoutProps) {
  const { t } = useTranslation('trading');
  const format = useFormat();
  const price = Math.round(frame.low + pointed * (frame.high - frame.low));
  const line = (side: 'bid' | 'ask') => ({ side, units: unitsAt(curves[side], side, price) });
  return (
    <div
      className={styles.readout}
      style={{ insetInlineStart: `${Math.min(70, pointed * 100)}%` }}
      aria-hidden="true"
    >
      {[line('bid'), line('ask')]
        .filter(({ units }) => units > 0)
        .map(({ side, units }) => (
          <div key={side} className={styles[`${side}Text`]}>
            {t('depth.at', { price: format.moneyExact(price), units: format.number(units) })}
          </div>
        ))}
    </div>
  );
}
