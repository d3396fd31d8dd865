import type { Examples } from '../examples.ts';
import { VentureMark } from './VentureMark.tsx';

const names = [
  'Orto Condiviso',
  'Casa Ballatoio',
  'Officina Seconda Vita',
  'Energia di Quartiere',
  'Forno Aperto',
  'Bici Per Tutti',
];

export const ventureMark: Examples = {
  title: 'Venture mark',
  examples: names.map((name) => ({ name, render: () => <VentureMark name={name} size={72} /> })),
};
