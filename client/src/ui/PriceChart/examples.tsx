import type { Candle } from '@piazza/shared/contract';
import { millis, priceCents, units } from '@piazza/shared/values';
import type { Examples } from '../examples.ts';
import { PriceChart } from './PriceChart.tsx';

const midnight = Date.UTC(2026, 10, 1, 23);
const closes = [2500, 2520, 2480, 2460, 2540, 2600, 2580, 2620];
const candles: readonly Candle[] = closes.map((close, day) => {
  const open = closes[day - 1] ?? 2500;
  return {
    at: millis(midnight + day * 86_400_000),
    open: priceCents(open),
    high: priceCents(Math.max(open, close) + 20),
    low: priceCents(Math.min(open, close) - 20),
    close: priceCents(close),
    volume: units(80 + day * 25),
  };
});
const nothing = () => undefined;

export const priceChart: Examples = {
  title: 'Price chart',
  examples: [
    {
      name: 'days',
      render: () => <PriceChart candles={candles} auctions={[]} interval="1d" onInterval={nothing} />,
    },
    {
      name: 'empty',
      render: () => <PriceChart candles={[]} auctions={[]} interval="1m" onInterval={nothing} />,
    },
  ],
};
