import { reject } from '@piazza/shared/rejections';
import type { DutiesView } from '@piazza/shared/contract';
import type { ListingId } from '@piazza/shared/values';
import type { ApiContext } from './context.ts';
import { Refused, type Principal } from './handler.ts';
import { isInside } from './listings.ts';
import { pickDuties, presentDuties } from './present/duties.ts';
import { isPublicListing } from './present/listing.ts';

/** "2026-11-22" as days since 1970. */
export const dayOfText = (text: string): number => Date.parse(`${text}T00:00:00Z`) / 86_400_000;

/** What an issue owes, as far as the caller may know. @throws Refused not_found */
export async function showDuties(
  context: ApiContext,
  caller: Principal | null,
  listing: ListingId,
): Promise<DutiesView> {
  const { pick, inside } = await context.exchange.read((state) => ({
    pick: pickDuties(state, listing, caller?.personId ?? null),
    inside: isInside(state, caller, listing),
  }));
  if (!inside && !isPublicListing(pick.listing)) throw new Refused(reject('not_found'));
  return presentDuties(context, pick, inside);
}
