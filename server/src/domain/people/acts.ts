import { reject, type Rejection } from '@piazza/shared/rejections';
import type { PersonId } from '@piazza/shared/values';
import type { Sealed } from '../core/index.ts';
import type { PeopleEvent, PeopleState, Role, Tier } from './index.ts';

/** A role given or taken away: done when two persons agree. */
export interface RoleAct {
  readonly kind: 'role_change';
  readonly person: PersonId;
  readonly role: Role;
  readonly granted: boolean;
  readonly reason: Sealed;
}
/** An investor's allotment tier, verified: done when two persons agree. */
export interface TierAct {
  readonly kind: 'tier_change';
  readonly person: PersonId;
  readonly tier: Tier;
  readonly reason: Sealed;
}

interface View {
  readonly people: PeopleState;
}
type RoleChange = Pick<RoleAct, 'person' | 'role' | 'granted'>;
type TierChange = Pick<TierAct, 'person' | 'tier'>;

/** Precedence: not_found, role_unchanged, last_administrator. */
export function roleRefusal(state: PeopleState, { person: id, role, granted }: RoleChange): Rejection | null {
  const person = state.people.get(id);
  if (person === undefined) return reject('not_found');
  if (person.roles.includes(role) === granted) return reject('role_unchanged');
  if (role === 'administrator' && !granted) {
    const administrators = [...state.people.values()].filter((one) => one.roles.includes('administrator'));
    if (administrators.length === 1) return reject('last_administrator');
  }
  return null;
}

/** Precedence: not_found, tier_unchanged. */
export function tierRefusal(state: PeopleState, { person: id, tier }: TierChange): Rejection | null {
  const person = state.people.get(id);
  if (person === undefined) return reject('not_found');
  return person.tier === tier ? reject('tier_unchanged') : null;
}

export const roleSet = ({ person, role, granted, reason }: Omit<RoleAct, 'kind'>): PeopleEvent => ({
  kind: 'people.role_set',
  person,
  role,
  granted,
  reason,
});
export const tierSet = ({ person, tier, reason }: Omit<TierAct, 'kind'>): PeopleEvent => ({
  kind: 'people.tier_set',
  person,
  tier,
  reason,
});

/** What is done to a person by two others. */
export const peopleActs = {
  role_change: {
    need: 'administrator' as const,
    // A venue may have one administrator alone; an operator can be the second pair of eyes then.
    agree: ['administrator', 'operator'] as const,
    parties: (_view: unknown, { person }: RoleAct): PersonId[] => [person],
    refusal: (view: View, act: RoleAct): Rejection | null => roleRefusal(view.people, act),
    revision: (view: View, { person }: RoleAct): string =>
      view.people.people.get(person)?.roles.join(' ') ?? '',
    events: (_view: unknown, act: RoleAct): PeopleEvent[] => [roleSet(act)],
  },
  tier_change: {
    need: 'operator' as const,
    parties: (_view: unknown, { person }: TierAct): PersonId[] => [person],
    refusal: (view: View, act: TierAct): Rejection | null => tierRefusal(view.people, act),
    revision: (view: View, { person }: TierAct): string => view.people.people.get(person)?.tier ?? '',
    events: (_view: unknown, act: TierAct): PeopleEvent[] => [tierSet(act)],
  },
};
