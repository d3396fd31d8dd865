import type { Examples } from '../examples.ts';
import { LiveRegion } from './LiveRegion.tsx';

export const liveRegion: Examples = {
  title: 'Live region',
  examples: [{ name: 'heard, not seen', render: () => <LiveRegion text="Three new commitments" /> }],
};
