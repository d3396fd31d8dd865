import type { Examples } from '../examples.ts';
import { TopUpButton } from './TopUpButton.tsx';
import { TopUpForm } from './TopUpForm.tsx';

export const walletParts: Examples = {
  title: 'Wallet',
  examples: [
    { name: 'top up, in a dialog', render: () => <TopUpButton /> },
    { name: 'top up, in place', render: () => <TopUpForm missing={35_000} onDone={() => undefined} /> },
  ],
};
