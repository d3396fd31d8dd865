import type { RejectionCode } from '@piazza/shared/rejections';
import type { ListingId } from '@piazza/shared/values';
import type { VenueEvent } from '../../../server/src/domain/venue/index.ts';
import type { JournalRecord } from '../../../server/src/kernel/record.ts';
import { linesOf } from './effects.ts';
import type { TwinMarket } from './market.ts';

export type Numbers = Readonly<Record<string, number>>;
/** What the twin expects of a record: a refusal, or an answer; lines are noted beside. */
export type Expected = { readonly code: RejectionCode } | { readonly result: Numbers } | null;

export function outcomeFaults(expected: NonNullable<Expected>, { outcome }: JournalRecord): string[] {
  const [now, wanted] = [
    'rejection' in outcome ? outcome.rejection.code : outcome.result,
    'code' in expected ? expected.code : expected.result,
  ].map((one) => JSON.stringify(one));
  return now === wanted ? [] : [`answered ${now}, its twin ${wanted}`];
}

/** Every row that the venue wrote against those of the twin, market by market. */
export function effectFaults(
  events: readonly VenueEvent[],
  markets: ReadonlyMap<ListingId, TwinMarket>,
  lines: ReadonlyMap<ListingId, readonly string[]>,
): string[] {
  const real = new Map<ListingId, string[]>();
  for (const event of events) {
    if (event.kind !== 'market.moved') continue;
    const owners = markets.get(event.listing)?.owners ?? [];
    real.set(event.listing, [...(real.get(event.listing) ?? []), ...linesOf(event, owners)]);
  }
  const faults: string[] = [];
  for (const listing of new Set([...real.keys(), ...lines.keys()])) {
    const [did, wanted] = [real.get(listing) ?? [], lines.get(listing) ?? []];
    if (did.length !== wanted.length || did.some((line, at) => line !== wanted[at]))
      faults.push(`${listing} did\n  ${did.join('\n  ')}\nits twin\n  ${wanted.join('\n  ')}`);
  }
  return faults;
}
