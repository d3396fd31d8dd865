import type { Examples } from '../examples.ts';
import { Money } from './Money.tsx';

export const money: Examples = {
  title: 'Money',
  examples: [
    { name: 'plain', render: () => <Money cents={125_000_00} /> },
    { name: 'plain with cents', render: () => <Money cents={1_250_50} /> },
    { name: 'exact', render: () => <Money cents={1_250_00} form="exact" /> },
    { name: 'large', render: () => <Money cents={482_500_00} form="whole" size="large" /> },
  ],
};
