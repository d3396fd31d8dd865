import type { Examples } from '../examples.ts';
import { Facts } from './Facts.tsx';

const facts = [
  { label: 'Price of a unit', value: '€25' },
  { label: 'Lot', value: '10 units' },
  { label: 'Minimum ticket', value: '€250' },
];

export const factsList: Examples = {
  title: 'Facts',
  examples: [
    { name: 'rows', render: () => <Facts facts={facts} /> },
    { name: 'tiles', render: () => <Facts facts={facts} form="tiles" /> },
  ],
};
