import type { Examples } from '../examples.ts';
import { Arcade } from './Arcade.tsx';

export const arcade: Examples = {
  title: 'Arcade',
  examples: [{ name: 'seven arches', render: () => <Arcade /> }],
};
