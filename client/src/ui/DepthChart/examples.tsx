import type { Level } from '@piazza/shared/depth';
import { priceCents, units } from '@piazza/shared/values';
import type { Examples } from '../examples.ts';
import { DepthChart } from './DepthChart.tsx';

const level = (price: number, quantity: number): Level => [priceCents(price), units(quantity)];
const bids = [level(2480, 120), level(2460, 45), level(2440, 300), level(2400, 650)];
const asks = [level(2520, 60), level(2540, 210), level(2600, 490)];

export const depthChart: Examples = {
  title: 'Depth chart',
  examples: [
    { name: 'both sides', render: () => <DepthChart bids={bids} asks={asks} /> },
    {
      name: 'crossed in a call',
      render: () => (
        <DepthChart bids={[level(2560, 140), ...bids]} asks={asks} indicative={priceCents(2520)} />
      ),
    },
    { name: 'sellers only', render: () => <DepthChart bids={[]} asks={asks} /> },
    { name: 'empty', render: () => <DepthChart bids={[]} asks={[]} /> },
  ],
};
