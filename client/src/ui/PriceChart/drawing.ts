import type { Candle } from '@piazza/shared/contract';
import {
  CandlestickSeries,
  createChart,
  CrosshairMode,
  HistogramSeries,
  LineSeries,
  LineStyle,
  type IChartApi,
  type ISeriesApi,
  type UTCTimestamp,
} from 'lightweight-charts';
import type { Formats } from '../../locale/format.ts';
import { chartSeconds, type auctionPoints } from './candles.ts';

type Points = ReturnType<typeof auctionPoints>;

/** A chart on the page. */
export interface Drawing {
  readonly show: (candles: readonly Candle[], auctions: Points, byDay: boolean) => void;
  /** Takes the colours of the page again, after its scheme has changed. */
  readonly recolour: () => void;
  readonly remove: () => void;
}

const time = (at: Candle['at']) => chartSeconds(at) as UTCTimestamp;
const bar = ({ at, open, high, low, close }: Candle) => ({
  time: time(at),
  open: open / 100,
  high: high / 100,
  low: low / 100,
  close: close / 100,
});

/** Colours of the page as they are now; the chart draws on a canvas, which knows no variables. */
function coloursOf(container: HTMLElement) {
  const style = getComputedStyle(container);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    ink: token('ink-soft'),
    line: token('line'),
    up: token('bosco'),
    down: token('terracotta'),
    auction: token('ocra-fill'),
    volume: token('line-strong'),
  };
}

function paint(container: HTMLElement, chart: IChartApi, series: Series): void {
  const { ink, line, up, down, auction, volume } = coloursOf(container);
  chart.applyOptions({
    layout: { background: { color: 'transparent' }, textColor: ink },
    grid: { vertLines: { visible: false }, horzLines: { color: line } },
    rightPriceScale: { borderColor: line },
    timeScale: { borderColor: line },
  });
  series.price.applyOptions({
    upColor: up,
    downColor: down,
    borderUpColor: up,
    borderDownColor: down,
    wickUpColor: up,
    wickDownColor: down,
  });
  series.auctions.applyOptions({ color: auction });
  // Half seen through, so that candles in front of it stay clear.
  series.volume.applyOptions({ color: `${volume}66` });
}

interface Series {
  readonly price: ISeriesApi<'Candlestick'>;
  readonly volume: ISeriesApi<'Histogram'>;
  readonly auctions: ISeriesApi<'Line'>;
}

function addSeries(chart: IChartApi): Series {
  const volume = chart.addSeries(HistogramSeries, {
    priceScaleId: '',
    lastValueVisible: false,
    priceLineVisible: false,
  });
  volume.priceScale().applyOptions({ scaleMargins: { top: 0.82, bottom: 0 } });
  const price = chart.addSeries(CandlestickSeries, { priceLineStyle: LineStyle.Dotted });
  price.priceScale().applyOptions({ scaleMargins: { top: 0.08, bottom: 0.22 } });
  const auctions = chart.addSeries(LineSeries, {
    lineVisible: false,
    pointMarkersVisible: true,
    pointMarkersRadius: 3,
    lastValueVisible: false,
    priceLineVisible: false,
    crosshairMarkerVisible: false,
  });
  return { price, volume, auctions };
}

/** Moments of the chart are Rome's clock given as if it were UTC. */
function localization(format: Formats) {
  const moment = new Intl.DateTimeFormat(format.locale === 'it' ? 'it-IT' : 'en-GB', {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return {
    locale: format.locale === 'it' ? 'it-IT' : 'en-GB',
    priceFormatter: (price: number) => format.moneyExact(Math.round(price * 100)),
    timeFormatter: (seconds: unknown) => moment.format(Number(seconds) * 1_000),
  };
}

/** Puts a chart into an element. Wheel and vertical drag stay with the page. */
export function draw(container: HTMLElement, format: Formats): Drawing {
  const chart = createChart(container, {
    autoSize: true,
    layout: { attributionLogo: false, fontFamily: getComputedStyle(container).fontFamily, fontSize: 12 },
    crosshair: { mode: CrosshairMode.Magnet },
    handleScroll: { mouseWheel: false, vertTouchDrag: false },
    handleScale: { mouseWheel: false },
    timeScale: { rightOffset: 2, maxBarSpacing: 24 },
    localization: localization(format),
  });
  const series = addSeries(chart);
  paint(container, chart, series);
  let shown: readonly Candle[] = [];

  const showAll = (candles: readonly Candle[]) => {
    series.price.setData(candles.map(bar));
    series.volume.setData(candles.map(({ at, volume }) => ({ time: time(at), value: volume })));
    chart.timeScale().fitContent();
  };
  const showRest = (candles: readonly Candle[]) => {
    for (const candle of candles.slice(Math.max(0, shown.length - 1))) {
      series.price.update(bar(candle));
      series.volume.update({ time: time(candle.at), value: candle.volume });
    }
  };
  return {
    show: (candles, auctions, byDay) => {
      chart.applyOptions({ timeScale: { timeVisible: !byDay, secondsVisible: false } });
      if (continues(shown, candles)) showRest(candles);
      else showAll(candles);
      shown = candles;
      series.auctions.setData(auctions.map(({ at, price }) => ({ time: time(at), value: price / 100 })));
    },
    recolour: () => paint(container, chart, series),
    remove: () => chart.remove(),
  };
}

/** Whether only the last candle has changed, or others have come after it. */
function continues(before: readonly Candle[], now: readonly Candle[]): boolean {
  if (before.length === 0 || now.length < before.length) return false;
  const last = before.length - 1;
  return (
    before[last]?.at === now[last]?.at && before.slice(0, last).every((candle, at) => candle === now[at])
  );
}
