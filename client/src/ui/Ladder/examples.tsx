import type { Level } from '@piazza/shared/depth';
import { priceCents, units } from '@piazza/shared/values';
import type { Examples } from '../examples.ts';
import { Ladder } from './Ladder.tsx';

const level = (price: number, quantity: number): Level => [priceCents(price), units(quantity)];
const bids = [level(2480, 120), level(2460, 45), level(2440, 300), level(2400, 1_250)];
const asks = [level(2520, 60), level(2540, 210), level(2600, 90)];
const nothing = () => undefined;

export const ladder: Examples = {
  title: 'Ladder',
  examples: [
    {
      name: 'continuous, with own orders',
      render: () => (
        <Ladder
          bids={bids}
          asks={asks}
          own={{ bid: new Map([[2460, 20]]), ask: new Map() }}
          places={5}
          onPick={nothing}
        />
      ),
    },
    {
      name: 'crossed in a call',
      render: () => (
        <Ladder
          bids={[level(2560, 40), ...bids]}
          asks={asks}
          indicative={priceCents(2520)}
          places={5}
          onPick={nothing}
        />
      ),
    },
    { name: 'empty', render: () => <Ladder bids={[]} asks={[]} places={3} onPick={nothing} /> },
  ],
};
