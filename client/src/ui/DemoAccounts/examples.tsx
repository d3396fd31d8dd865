import type { Examples } from '../examples.ts';
import { DemoAccounts } from './DemoAccounts.tsx';

export const demoAccounts: Examples = {
  title: 'Demo accounts',
  examples: [
    {
      name: 'two',
      render: () => (
        <DemoAccounts
          accounts={[
            { email: 'ada@example.org', password: 'x', displayName: 'Ada Bosco', role: 'investor' },
            { email: 'olga@example.org', password: 'x', displayName: 'Olga Orsini', role: 'operator' },
          ]}
        />
      ),
    },
  ],
};
