import type { ListingId, Millis, OrganisationId, PersonId } from '@piazza/shared/values';
import type { Sealed } from '../core/index.ts';
import { standsFor, type OrganisationsState } from '../organisations/index.ts';
import { samePerson, type PeopleState } from '../people/index.ts';

/** What an entry of an insider list said, since when it said so, and who wrote it. */
export interface InsiderVersion {
  /** Account of the venue; null for somebody who has none. */
  readonly person: PersonId | null;
  readonly name: Sealed;
  readonly why: Sealed;
  /** Whether they discharge managerial responsibilities: their own trades are declared (MAR art. 19). */
  readonly manager: boolean;
  readonly from: Millis;
  readonly until: Millis | null;
  readonly by: PersonId;
  readonly at: Millis;
}

/** One entry, with every version it had (MAR art. 18(1), (4)): nothing is ever taken out. */
export interface Insider extends InsiderVersion {
  readonly listing: ListingId;
  /** Counted within the list, from 1. */
  readonly entry: number;
  readonly versions: readonly InsiderVersion[];
}

/** The insider lists of all issues. */
export interface InsidersState {
  readonly byListing: Map<ListingId, Insider[]>;
  /** Issues whose list names a manager with an account here: their trades are looked through, all others are not. */
  readonly withManagers: Map<ListingId, true>;
}
export const initialInsiders = (): InsidersState => ({ byListing: new Map(), withManagers: new Map() });

/** What a look at insiders needs of the venue. */
export interface InsidersView {
  readonly duties: { readonly insiders: InsidersState };
  readonly organisations: OrganisationsState;
  readonly people: PeopleState;
}

export const listOf = (state: InsidersState, listing: ListingId): readonly Insider[] =>
  state.byListing.get(listing) ?? [];

const isActive = ({ from, until }: Insider, at: Millis): boolean =>
  from <= at && (until === null || at < until);

/** Accounts of the insiders of an issue at that instant: who acts for the issuer, and who is on its list. */
export function insidersOf(
  view: Pick<InsidersView, 'duties' | 'organisations'>,
  listing: ListingId,
  organisation: OrganisationId,
  at: Millis,
): PersonId[] {
  const listed = listOf(view.duties.insiders, listing).filter((one) => isActive(one, at));
  const representatives = view.organisations.organisations.get(organisation)?.representatives ?? [];
  return [...new Set([...representatives, ...listed.flatMap(({ person }) => person ?? [])])];
}

/** Whether an account belongs to a human being who is an insider of the issue at that instant, by whichever account. */
export function isInsider(
  view: InsidersView,
  { listing, organisation }: { readonly listing: ListingId; readonly organisation: OrganisationId },
  person: string,
  at: Millis,
): boolean {
  if (standsFor(view, person, organisation)) return true;
  return listOf(view.duties.insiders, listing).some(
    (one) => one.person !== null && isActive(one, at) && samePerson(view.people, one.person, person),
  );
}

/** The manager of the issue to whom an account belongs at that instant, by whichever account. */
export const managerOf = (
  view: Pick<InsidersView, 'duties' | 'people'>,
  listing: ListingId,
  person: string,
  at: Millis,
): Insider | undefined =>
  listOf(view.duties.insiders, listing).find(
    (one) =>
      one.manager && one.person !== null && isActive(one, at) && samePerson(view.people, one.person, person),
  );

/** Writes an entry anew, or the next version of one. */
export function writeInsider(
  state: InsidersState,
  listing: ListingId,
  entry: number,
  version: InsiderVersion,
): void {
  const list = state.byListing.get(listing) ?? [];
  state.byListing.set(listing, list);
  const before = list[entry - 1];
  list[entry - 1] = { ...version, listing, entry, versions: [...(before?.versions ?? []), version] };
  if (version.manager && version.person !== null) state.withManagers.set(listing, true);
}
