import type { Contract, Reply } from '@piazza/shared/contract';
import { listingStatuses } from '@piazza/shared/contract';
import type { Millis } from '@piazza/shared/values';
import type { Listing } from '../../domain/listings/index.ts';
import type { VenueState } from '../../domain/venue/index.ts';
import type { Item } from './items.ts';

const windowMs = 90 * 86_400_000;
const answers: ReadonlySet<string> = new Set(['changes_requested', 'approved']);

/** How long each round took that was decided after `from`, in ms. */
function responses({ transitions }: Listing, from: number): number[] {
  let handedIn: number | null = null;
  const taken: number[] = [];
  for (const { at, to } of transitions) {
    if (to === 'submitted') handedIn = at;
    else if (handedIn !== null && answers.has(to)) {
      if (at >= from) taken.push(at - handedIn);
      handedIn = null;
    }
  }
  return taken;
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = null, high = null] = [sorted[middle - 1], sorted[middle]];
  if (high === null) return null;
  return sorted.length % 2 === 1 || low === null ? high : Math.round((low + high) / 2);
}

function countBy<T extends string>(values: Iterable<T>): Map<T, number> {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** How the desk stands; `items` is what the reader's queue holds. */
export function deskFigures(
  state: VenueState,
  now: number,
  items: readonly Item[],
): Reply<Contract['queue.figures']> {
  const listings = [...state.listings.listings.values()];
  const byStatus = countBy(listings.map(({ status }) => status));
  const byPhase = countBy([...state.markets.markets.values()].map(({ phase }) => phase));
  const offers = [...state.offers.offers.values()];
  return {
    pipeline: listingStatuses.map((status) => ({ status, listings: byStatus.get(status) ?? 0 })),
    waiting: items.length,
    overdue: items.filter(({ overdue }) => overdue).length,
    oldestSince: items.reduce<Millis | null>(
      (oldest, { since }) => (oldest === null || since < oldest ? (since as Millis) : oldest),
      null,
    ),
    medianResponseMs: median(listings.flatMap((listing) => responses(listing, now - windowMs))),
    openOffers: offers.filter(({ status }) => status === 'open').length,
    markets: [...byPhase].map(([phase, markets]) => ({ phase, markets })),
    // Of what the reader may know of, not of all there is.
    alerts: items.filter(({ kind }) => kind === 'alert').length,
    cases: items.filter(({ kind }) => kind === 'case').length,
  };
}
