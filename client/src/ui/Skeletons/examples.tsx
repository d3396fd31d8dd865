import type { Examples } from '../examples.ts';
import { Skeletons } from './Skeletons.tsx';

export const skeletons: Examples = {
  title: 'Skeletons',
  examples: (['lines', 'rows', 'cards', 'page'] as const).map((shape) => ({
    name: shape,
    render: () => <Skeletons shape={shape} />,
  })),
};
