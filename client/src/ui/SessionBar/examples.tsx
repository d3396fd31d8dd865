import type { MarketPhase, MarketSession } from '@piazza/shared/contract';
import { millis } from '@piazza/shared/values';
import { venueNow } from '../../realtime/index.ts';
import type { Examples } from '../examples.ts';
import { PhaseBadge } from './PhaseBadge.tsx';
import { SessionBar } from './SessionBar.tsx';

const at = (phase: MarketPhase, minutes: number | null, extensions = 0): MarketSession => ({
  phase,
  since: millis(Math.round(venueNow()) - 60_000),
  until: minutes === null ? null : millis(Math.round(venueNow()) + minutes * 60_000),
  extensions,
  nextAt: millis(Math.round(venueNow()) + 8 * 3_600_000),
});

export const sessionBar: Examples = {
  title: 'Session',
  examples: [
    { name: 'call', render: () => <SessionBar session={at('call', 4)} model="auction" /> },
    { name: 'call, extended', render: () => <SessionBar session={at('call', 2, 2)} model="continuous" /> },
    { name: 'freeze', render: () => <SessionBar session={at('freeze', 1)} model="auction" /> },
    { name: 'continuous', render: () => <SessionBar session={at('continuous', 200)} model="continuous" /> },
    { name: 'closed', render: () => <SessionBar session={at('closed', null)} model="auction" /> },
    { name: 'halted', render: () => <SessionBar session={at('halted', null)} model="continuous" /> },
    { name: 'badge', render: () => <PhaseBadge phase="call" /> },
  ],
};
