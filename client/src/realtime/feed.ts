import type { DealFlowItem, Totals } from '@piazza/shared/contract';

export interface DealFlow {
  /** Newest first. */
  readonly items: readonly DealFlowItem[];
  readonly totals: Totals | null;
  /** Seq of the newest item. */
  readonly seq: number;
  /** Seq from which on items arrived while we watched; those before were there already. */
  readonly liveFrom: number;
}

// More than a screen ever shows; the whole feed is the venue's to keep.
const kept = 120;

export const noFlow: DealFlow = { items: [], totals: null, seq: 0, liveFrom: Number.MAX_SAFE_INTEGER };

/** Starts from a snapshot, in whatever order its items come. */
export function begin(items: readonly DealFlowItem[], totals: Totals): DealFlow {
  const sorted = items.toSorted((a, b) => b.seq - a.seq).slice(0, kept);
  const seq = sorted[0]?.seq ?? totals.seq;
  return { items: sorted, totals, seq, liveFrom: seq + 1 };
}

/** Takes items that follow what is known; those known already are passed over. @returns false when some are missing in between. */
export function extend(known: DealFlow, arrived: readonly DealFlowItem[], totals: Totals): DealFlow | false {
  const fresh = arrived.filter((item) => item.seq > known.seq).toSorted((a, b) => a.seq - b.seq);
  if (fresh.some((item, at) => item.seq !== known.seq + at + 1)) return false;
  return {
    items: [...fresh.toReversed(), ...known.items].slice(0, kept),
    totals: known.totals !== null && known.totals.seq > totals.seq ? known.totals : totals,
    seq: fresh.at(-1)?.seq ?? known.seq,
    liveFrom: known.liveFrom,
  };
}
