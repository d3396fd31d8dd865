import type { Examples } from '../examples.ts';
import { CopyButton } from './CopyButton.tsx';

export const copyButton: Examples = {
  title: 'Copy button',
  examples: [{ name: 'default', render: () => <CopyButton value="lst_1" /> }],
};
