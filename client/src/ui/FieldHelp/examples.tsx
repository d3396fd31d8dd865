import type { Examples } from '../examples.ts';
import { FieldHelp } from './FieldHelp.tsx';

export const fieldHelp: Examples = {
  title: 'Field help',
  examples: [
    {
      name: 'beside a word',
      render: () => (
        <span>
          Soft cap <FieldHelp about="Soft cap">Below it, everybody gets their money back.</FieldHelp>
        </span>
      ),
    },
  ],
};
