import { Refused, Unreachable } from '../../api/index.ts';
import type { Examples } from '../examples.ts';
import { ErrorState } from './ErrorState.tsx';

const retry = () => undefined;

export const errorState: Examples = {
  title: 'Error state',
  examples: [
    {
      name: 'a refusal with facts',
      render: () => <ErrorState error={new Refused('below_minimum_ticket', { minimumCents: 250_00 })} />,
    },
    { name: 'no answer', render: () => <ErrorState error={new Unreachable(0)} onRetry={retry} /> },
    { name: 'page', render: () => <ErrorState error={new Refused('not_found')} size="page" /> },
  ],
};
