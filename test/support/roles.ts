import type { Access, EndpointRecord, Role } from '@piazza/shared/contract';
import type { PersonId } from '@piazza/shared/values';
import { evolve } from '../../server/src/domain/venue/index.ts';
import type { Cast, Name, Player } from './cast.ts';
import type { TestVenue } from './server.ts';

/** Whose call it is when the roles are what the endpoint asks for, and the object in the path is the caller's own. */
const holders: Readonly<Record<Role, Name>> = {
  investor: 'ines',
  enterprise: 'enzo',
  operator: 'olga',
  administrator: 'adele',
  verifier: 'vera',
  outcome_payer: 'piera',
};

/** Somebody of the cast who meets the declared access, and owns what the examples name. */
export function callerFor(cast: Cast, { access }: Pick<EndpointRecord, 'access'>): Player {
  if (access === 'public') return cast.enzo;
  return access === 'signed_in' ? cast.ines : cast[holders[access[0]]];
}

/** Everybody of the cast who holds none of the roles; nobody where anybody signed in may call. */
export function strangersTo(access: Access): Name[] {
  if (typeof access === 'string') return [];
  const names = Object.entries(holders) as [Role, Name][];
  return [...names.filter(([role]) => !access.includes(role)).map(([, name]) => name), 'nora'];
}

/** Takes the role of investor, and leaves the orders in the books: as journals have it from before they left with the role. */
export const losesRoleAsBefore = ({ venue }: TestVenue, person: PersonId): void =>
  venue.exchange.peek((state) => {
    const reason = { ref: 'story', hash: 'story' };
    evolve(state, { kind: 'people.role_set', person, role: 'investor', granted: false, reason });
  });
