import type { Trade } from '@piazza/shared/contract';
import { millis, priceCents, units } from '@piazza/shared/values';
import type { Examples } from '../examples.ts';
import { Tape } from './Tape.tsx';

const trade = (number: number, price: number, quantity: number, aggressor: Trade['aggressor']): Trade => ({
  number,
  at: millis(Date.UTC(2026, 10, 23, 10, 1, number)),
  price: priceCents(price),
  quantity: units(quantity),
  aggressor,
});

export const tape: Examples = {
  title: 'Tape',
  examples: [
    {
      name: 'an auction, then continuous trades',
      render: () => (
        <Tape
          trades={[
            trade(4, 2520, 20, 'buy'),
            trade(3, 2480, 1_250, 'sell'),
            trade(2, 2500, 70, 'auction'),
            trade(1, 2500, 300, 'auction'),
          ]}
        />
      ),
    },
  ],
};
