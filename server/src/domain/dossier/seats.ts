import { policy } from '@piazza/shared/policy';
import { reject } from '@piazza/shared/rejections';
import { millis, type OrganisationId, type PersonId } from '@piazza/shared/values';
import { accept, refuse, type Context, type Decision } from '../core/index.ts';
import type { ListingsState } from '../listings/index.ts';
import { represents, type OrganisationsEvent, type OrganisationsState } from '../organisations/index.ts';
import { samePerson, type PeopleState } from '../people/index.ts';
import type { DossierCommand, DossierEvent } from './events.ts';
import { dossierOf, type DossierState } from './state.ts';

export interface SeatsView {
  readonly dossier: DossierState;
  readonly organisations: OrganisationsState;
  readonly people: PeopleState;
  readonly listings: ListingsState;
}
type Of<K extends DossierCommand['kind']> = Extract<DossierCommand, { kind: K }>;
type Events = DossierEvent | OrganisationsEvent;

/** Asks somebody to represent the organisation. What lapsed before makes room. */
export function decideInvite(
  view: SeatsView,
  { organisation, hash, email }: Of<'dossier.invite'>,
  ctx: Context,
): Decision<Events> {
  const { invitations } = dossierOf(view.dossier, organisation);
  const open = [...invitations.values()].filter(({ expiresAt }) => expiresAt > ctx.at);
  if (open.length >= policy.invitationsOpen) return refuse(reject('invitations_full'));
  const lapsed = [...invitations.keys()].filter((one) => open.every((other) => other.hash !== one));
  const expiresAt = millis(ctx.at + policy.invitationLifeMs);
  const invitation = { hash, email, by: ctx.actor as PersonId, expiresAt };
  const invited: Events = { kind: 'dossier.invited', organisation, invitation };
  const uninvited: Events = { kind: 'dossier.uninvited', organisation, hashes: lapsed };
  return accept(lapsed.length === 0 ? [invited] : [uninvited, invited], { hash });
}

/** Whoever reviews a listing of the organisation, with this account or another, does not represent it meanwhile. */
function reviewsIt({ listings, people }: SeatsView, person: string, organisation: string): boolean {
  for (const listing of listings.listings.values()) {
    if (listing.organisation !== organisation || listing.status !== 'under_review') continue;
    if (listing.reviewers.some((reviewer) => samePerson(people, reviewer, person))) return true;
  }
  return false;
}

/** The organisation whose invitation has that hash and still stands. */
function invitedBy({ byOrganisation }: DossierState, hash: string, at: number): OrganisationId | undefined {
  for (const [organisation, { invitations }] of byOrganisation)
    if ((invitations.get(hash)?.expiresAt ?? 0) > at) return organisation;
  return undefined;
}

/** Precedence: link_invalid, already_represents, conflict_of_interest. */
export function decideAccept(
  view: SeatsView,
  { hash }: Of<'dossier.acceptInvitation'>,
  ctx: Context,
): Decision<Events> {
  const organisation = invitedBy(view.dossier, hash, ctx.at);
  if (organisation === undefined) return refuse(reject('link_invalid'));
  const person = ctx.actor as PersonId;
  if (represents(view.organisations, person, organisation)) return refuse(reject('already_represents'));
  if (reviewsIt(view, person, organisation)) return refuse(reject('conflict_of_interest'));
  return accept(
    [
      { kind: 'dossier.uninvited', organisation, hashes: [hash] },
      { kind: 'organisations.represented', organisation, person, acts: true },
    ],
    { organisation },
  );
}

/** Precedence: not_found, last_representative. */
export function decideRemove(
  view: SeatsView,
  { organisation, person }: Of<'dossier.removeRepresentative'>,
): Decision<Events> {
  if (!represents(view.organisations, person, organisation)) return refuse(reject('not_found'));
  const { representatives = [] } = view.organisations.organisations.get(organisation) ?? {};
  if (representatives.length === 1) return refuse(reject('last_representative'));
  return accept([{ kind: 'organisations.represented', organisation, person, acts: false }]);
}
