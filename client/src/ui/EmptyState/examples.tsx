import { Button } from '@mantine/core';
import type { Examples } from '../examples.ts';
import { EmptyState } from './EmptyState.tsx';

export const emptyState: Examples = {
  title: 'Empty state',
  examples: [
    {
      name: 'with an action',
      render: () => (
        <EmptyState title="No commitments yet" action={<Button>See the offers</Button>}>
          When you commit to an offer, each step of it appears here.
        </EmptyState>
      ),
    },
    { name: 'text only', render: () => <EmptyState title="Quiet today">Nothing has happened.</EmptyState> },
  ],
};
