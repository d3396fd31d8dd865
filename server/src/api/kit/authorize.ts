import type { Access, EndpointRecord, Ownership } from '@piazza/shared/contract';
import { reject } from '@piazza/shared/rejections';
import { orderNumberOf, type ListingId } from '@piazza/shared/values';
import { findOrder, ownerOf } from '../../domain/market/index.ts';
import { represents } from '../../domain/organisations/index.ts';
import type { VenueState } from '../../domain/venue/index.ts';
import { Refused, type Principal } from '../handler.ts';

/** Default deny: whoever does not meet the declared access is refused. @throws Refused not_authenticated, not_allowed */
export function requireAccess(access: Access, caller: Principal | null): void {
  if (access === 'public') return;
  if (caller === null) throw new Refused(reject('not_authenticated'));
  if (access !== 'signed_in' && !access.some((role) => caller.roles.has(role)))
    throw new Refused(reject('not_allowed'));
}

/** Whether the person acts for the issuer of the listing; undefined where there is none. */
function issuerOf(state: VenueState, id: ListingId | undefined, person: string): boolean | undefined {
  const listing = id && state.listings.listings.get(id);
  return listing && represents(state.organisations, person, listing.organisation);
}

const owners: Readonly<
  Record<Exclude<Ownership, 'none'>, (state: VenueState, id: string, person: string) => boolean | undefined>
> = {
  organisation: (state, id, person) =>
    state.organisations.organisations.has(id as never)
      ? represents(state.organisations, person, id as never)
      : undefined,
  listing: (state, id, person) => issuerOf(state, id as never, person),
  offer: (state, id, person) => issuerOf(state, state.offers.offers.get(id as never)?.listing, person),
  disclosure: (state, id, person) =>
    issuerOf(state, state.disclosures.disclosures.get(id as never)?.listing, person),
  question: (state, id, person) =>
    issuerOf(state, state.disclosures.questions.get(id as never)?.listing, person),
  report: (state, id, person) => issuerOf(state, state.duties.reports.get(id as never)?.listing, person),
  // Another's commitment is nobody's business, its existence included.
  commitment: (state, id, person) =>
    state.offers.commitments.get(id as never)?.investor === person ? true : undefined,
  // So is another's order. One that does not rest is left to the core, which knows a repeated cancellation by its key.
  order: (state, id, person) => {
    const number = orderNumberOf(id);
    if (number === null) return undefined;
    const found = findOrder(state.markets, number);
    return found === undefined || ownerOf(found.market, found.slot) === person ? true : undefined;
  },
  post: (state, id, person) => {
    const post = state.board.posts.get(id as never);
    return post === undefined || post.author === person ? true : undefined;
  },
};

/** The object named in the path must exist and be the caller's. @throws Refused not_found, not_allowed */
export function requireOwnership(
  endpoint: EndpointRecord,
  params: unknown,
  caller: Principal | null,
  peek: <T>(query: (state: VenueState) => T) => T,
): void {
  const { ownership } = endpoint;
  if (ownership === 'none') return;
  const id = (params as Record<string, string>)[`${ownership}Id`] ?? '';
  const owned = peek((state) => owners[ownership](state, id, caller?.personId ?? ''));
  if (owned === undefined) throw new Refused(reject('not_found'));
  if (!owned) throw new Refused(reject('not_allowed'));
}
