import type { Examples } from '../examples.ts';
import { Timeline } from './Timeline.tsx';

const at = Date.UTC(2026, 10, 22, 9, 30);

export const timeline: Examples = {
  title: 'Timeline',
  examples: [
    {
      name: 'commitment',
      render: () => (
        <Timeline
          label="Steps of the commitment"
          steps={[
            { key: 'a', title: 'Pledged', at, state: 'done' },
            { key: 'b', title: 'Reflection period', text: 'You may still revoke it.', state: 'now' },
            { key: 'c', title: 'Allotment', state: 'ahead' },
          ]}
        />
      ),
    },
  ],
};
