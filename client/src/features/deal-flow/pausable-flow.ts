import { useState } from 'react';
import { useDealFlow, type DealFlow } from '../../realtime/index.ts';

/** The live feed, or a still of it while the reader has stopped it; `waiting` counts what came since. */
export function usePausableFlow() {
  const live = useDealFlow();
  const [still, setStill] = useState<DealFlow | null>(null);
  const { items, liveFrom } = still ?? live;
  return {
    items,
    liveFrom,
    ready: live.totals !== null,
    paused: still !== null,
    waiting: live.seq - (still ?? live).seq,
    toggle: () => setStill(still === null ? live : null),
  };
}
