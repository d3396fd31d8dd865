import type { Me } from '@piazza/shared/contract';
import type { PersonId } from '@piazza/shared/values';
import { reject } from '@piazza/shared/rejections';
import type { Person } from '../../domain/people/index.ts';
import type { VenueState } from '../../domain/venue/index.ts';
import type { ApiContext } from '../context.ts';
import { Refused } from '../handler.ts';
import { erasedName, personProfile } from './words.ts';

export function pickPerson(state: VenueState, id: PersonId): Person {
  const person = state.people.people.get(id);
  if (person === undefined) throw new Refused(reject('not_found'));
  return person;
}

/** The signed-in person as the client shows them. */
export async function presentMe(context: ApiContext, id: PersonId): Promise<Me> {
  const person = await context.exchange.read((state) => pickPerson(state, id));
  const profile = await personProfile(context, person.profile);
  return {
    id,
    email: profile?.email ?? '',
    displayName: profile?.displayName ?? erasedName,
    locale: profile?.locale ?? 'it',
    roles: person.roles,
    tier: person.tier,
    investorClass: person.investorClass,
    riskWarningAcknowledgedAt: person.riskWarningAcknowledgedAt,
  };
}

export async function presentPerson(context: ApiContext, person: Person) {
  const profile = await personProfile(context, person.profile);
  return {
    id: person.id,
    displayName: profile?.displayName ?? erasedName,
    email: profile?.email ?? '',
    roles: person.roles,
    tier: person.tier,
    investorClass: person.investorClass,
    since: person.since,
  };
}
