import type { OrderUpdate } from '@piazza/shared/contract';

/** What happened to own orders, as far as this page has heard. */
export interface OrderLog {
  /** Newest first. */
  readonly items: readonly OrderUpdate[];
  /** Seq of the newest update; null before the first answer of the venue. */
  readonly newest: number | null;
  /** Seq from which on updates came while we watched; those before were there already. */
  readonly liveFrom: number;
}

// More than a screen shows; older ones are read page by page.
const kept = 200;

export const emptyLog: OrderLog = { items: [], newest: null, liveFrom: Number.MAX_SAFE_INTEGER };

/** Starts from the end of the stream. `newest` stands alone where the stream is empty, or its end was not sent. */
export function beginLog(items: readonly OrderUpdate[], newest: number): OrderLog {
  const sorted = items.toSorted((a, b) => b.seq - a.seq).slice(0, kept);
  return { items: sorted, newest, liveFrom: newest + 1 };
}

/**
 * Takes updates that follow what is known; those known already are passed over, so that one that comes twice counts once.
 * @returns false when some are missing in between
 */
export function extendLog(known: OrderLog, arrived: readonly OrderUpdate[]): OrderLog | false {
  const from = known.newest ?? 0;
  const fresh = arrived.filter(({ seq }) => seq > from).toSorted((a, b) => a.seq - b.seq);
  if (fresh.some(({ seq }, at) => seq !== from + at + 1)) return false;
  if (fresh.length === 0) return known;
  return {
    items: [...fresh.toReversed(), ...known.items].slice(0, kept),
    newest: from + fresh.length,
    liveFrom: known.liveFrom,
  };
}
