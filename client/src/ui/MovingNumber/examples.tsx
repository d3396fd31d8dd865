import type { Examples } from '../examples.ts';
import { MovingNumber } from './MovingNumber.tsx';

export const movingNumber: Examples = {
  title: 'Moving number',
  examples: [{ name: 'at rest', render: () => <MovingNumber value={1_284} write={String} /> }],
};
