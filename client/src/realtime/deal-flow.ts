import type { DealFlowItem, Totals } from '@piazza/shared/contract';
import { useEffect } from 'react';
import { ask, onConnected, onPush } from './socket.ts';
import { createStore, useStore } from './store.ts';

const kept = 120;

export interface DealFlow {
  /** Newest first. */
  readonly items: readonly DealFlowItem[];
  readonly totals: Totals | null;
  /** Seq of the newest item; items up to the first seq seen live were there before the visit. */
  readonly seq: number;
  /** Seq from which on items arrived while we watched. */
  readonly liveFrom: number;
}

const nothing: DealFlow = { items: [], totals: null, seq: 0, liveFrom: Number.MAX_SAFE_INTEGER };
const flow = createStore<DealFlow>(nothing);
let wanted = false;
let catchingUp: Promise<void> | null = null;

/** Takes items that follow what is known. @returns false when some are missing in between. */
export function extend(known: DealFlow, arrived: readonly DealFlowItem[], totals: Totals): DealFlow | false {
  const fresh = arrived.filter((item) => item.seq > known.seq).toSorted((a, b) => a.seq - b.seq);
  const gap = fresh.some((item, at) => item.seq !== known.seq + at + 1);
  if (gap) return false;
  const items = [...fresh.toReversed(), ...known.items].slice(0, kept);
  return {
    items,
    totals: newer(known.totals, totals),
    seq: items[0]?.seq ?? known.seq,
    liveFrom: known.liveFrom,
  };
}

const newer = (a: Totals | null, b: Totals): Totals => (a !== null && a.seq > b.seq ? a : b);

function begin(items: readonly DealFlowItem[], totals: Totals): DealFlow {
  const sorted = items.toSorted((a, b) => b.seq - a.seq).slice(0, kept);
  const seq = sorted[0]?.seq ?? totals.seq;
  return { items: sorted, totals, seq, liveFrom: seq + 1 };
}

/** Asks for what was missed; one request at a time, because pushes may reveal the same gap again and again. */
function catchUp(): void {
  catchingUp ??= (async () => {
    const known = flow.get();
    const reply = await ask('subscribeDealFlow', known.totals === null ? {} : { after: known.seq as never });
    const extended = reply.mode === 'resumed' && extend(flow.get(), reply.items, reply.totals);
    flow.set(extended === false ? begin(reply.items, reply.totals) : extended);
  })()
    .catch(() => undefined)
    .finally(() => {
      catchingUp = null;
    });
}

/** Wires the store to the socket. Nothing is asked before a screen wants it. */
export function startDealFlow(): void {
  onConnected(() => {
    if (wanted) catchUp();
  });
  onPush('dealFlow', ({ items, totals }) => {
    const known = flow.get();
    if (known.totals === null) return;
    const extended = extend(known, items, totals);
    if (extended === false) catchUp();
    else flow.set(extended);
  });
}

/** The public feed and its totals, live. `totals` is null until the first snapshot has come. */
export function useDealFlow(): DealFlow {
  useEffect(() => {
    if (wanted) return;
    wanted = true;
    catchUp();
  }, []);
  return useStore(flow);
}
