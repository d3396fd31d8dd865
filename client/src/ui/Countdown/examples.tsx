import { venueNow } from '../../realtime/index.ts';
import type { Examples } from '../examples.ts';
import { Countdown } from './Countdown.tsx';

const after = (ms: number) => venueNow() + ms;

export const countdown: Examples = {
  title: 'Countdown',
  examples: [
    { name: 'days', render: () => <Countdown to={after(3 * 86_400_000 + 5_000_000)} verb="closesIn" /> },
    { name: 'minutes', render: () => <Countdown to={after(1_500_000)} verb="opensIn" /> },
    { name: 'passed', render: () => <Countdown to={after(-1)} /> },
  ],
};
