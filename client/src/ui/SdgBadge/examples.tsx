import type { Examples } from '../examples.ts';
import { SdgBadge, sdgGoals } from './SdgBadge.tsx';

export const sdgBadge: Examples = {
  title: 'SDG',
  examples: [
    ...sdgGoals.map((goal) => ({ name: `tile ${goal}`, render: () => <SdgBadge target={goal} /> })),
    { name: 'named', render: () => <SdgBadge target="11.1" form="named" /> },
  ],
};
