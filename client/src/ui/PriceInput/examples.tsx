import { useState } from 'react';
import type { Examples } from '../examples.ts';
import { PriceInput } from './PriceInput.tsx';

function Demonstration({ id, begin }: { readonly id: string; readonly begin: string }) {
  const [text, setText] = useState(begin);
  return <PriceInput id={id} label="Limit" value={text} onChange={setText} start={2_500} />;
}

export const priceInput: Examples = {
  title: 'Price input',
  examples: [
    { name: 'on its tick', render: () => <Demonstration id="example-price" begin="25" /> },
    { name: 'between two ticks', render: () => <Demonstration id="example-price-off" begin="25.10" /> },
  ],
};
