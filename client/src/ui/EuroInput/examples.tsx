import { useState } from 'react';
import type { Examples } from '../examples.ts';
import { EuroInput } from './EuroInput.tsx';

function Demonstration({ error }: { readonly error?: string }) {
  const [text, setText] = useState('1250');
  return (
    <EuroInput
      id={error === undefined ? 'example-euro' : 'example-euro-wrong'}
      label="Amount"
      description="In lots of €250."
      error={error}
      value={text}
      onChange={setText}
    />
  );
}

export const euroInput: Examples = {
  title: 'Euro input',
  examples: [
    { name: 'plain', render: () => <Demonstration /> },
    { name: 'with an error', render: () => <Demonstration error="€1,250 is no whole number of lots." /> },
  ],
};
