import { reject, type Rejection } from '@piazza/shared/rejections';
import type { Millis, PersonId } from '@piazza/shared/values';
import { accept, existing, refuse, type Context, type Decision, type Sealed } from '../core/index.ts';

export type Role = 'investor' | 'enterprise' | 'operator' | 'verifier' | 'outcome_payer' | 'administrator';
export type Tier = 'community' | 'retail' | 'institutional';
export type InvestorClass = 'non_sophisticated' | 'sophisticated';

export interface Person {
  readonly id: PersonId;
  /** The first account known to belong to the same human being; its own id until another is found (DOMAIN §3). */
  natural: PersonId;
  readonly subject: string;
  profile: Sealed;
  roles: Role[];
  tier: Tier;
  investorClass: InvestorClass;
  readonly since: Millis;
  riskWarningAcknowledgedAt: Millis | null;
  /** Notices up to this id are read. */
  noticesReadUpTo: string;
  suspended: boolean;
}
export interface PeopleState {
  readonly people: Map<PersonId, Person>;
}
export const initialPeople = (): PeopleState => ({ people: new Map() });

export type PeopleCommand =
  | {
      readonly kind: 'people.register';
      readonly subject: string;
      readonly profile: Sealed;
      readonly roles: readonly Role[];
    }
  | { readonly kind: 'people.updateProfile'; readonly profile: Sealed }
  | { readonly kind: 'people.acknowledgeWarning' }
  | { readonly kind: 'people.readNotices'; readonly upTo: string }
  | {
      readonly kind: 'people.setTier';
      readonly person: PersonId;
      readonly tier: Tier;
      readonly reason: Sealed;
    }
  | {
      readonly kind: 'people.setRole';
      readonly person: PersonId;
      readonly role: Role;
      readonly granted: boolean;
      readonly reason: Sealed;
    };

/** A role given or taken away: done when two persons agree. */
export interface RoleAct {
  readonly kind: 'role_change';
  readonly person: PersonId;
  readonly role: Role;
  readonly granted: boolean;
  readonly reason: Sealed;
}

export type PeopleEvent =
  | {
      readonly kind: 'people.registered';
      readonly person: PersonId;
      readonly subject: string;
      readonly profile: Sealed;
      readonly roles: readonly Role[];
      readonly at: Millis;
    }
  | { readonly kind: 'people.profile_updated'; readonly person: PersonId; readonly profile: Sealed }
  | { readonly kind: 'people.warning_acknowledged'; readonly person: PersonId; readonly at: Millis }
  /** Both accounts belong to one human being. */
  | { readonly kind: 'people.identified'; readonly person: PersonId; readonly natural: PersonId }
  /** Granted, left or at its end: the rules are those of the noun `protection`. */
  | {
      readonly kind: 'people.class_set';
      readonly person: PersonId;
      readonly investorClass: InvestorClass;
    }
  | { readonly kind: 'people.notices_read'; readonly person: PersonId; readonly upTo: string }
  | {
      readonly kind: 'people.tier_set';
      readonly person: PersonId;
      readonly tier: Tier;
      readonly reason: Sealed;
    }
  | {
      readonly kind: 'people.role_set';
      readonly person: PersonId;
      readonly role: Role;
      readonly granted: boolean;
      readonly reason: Sealed;
    };

/** Whether the actor is a person who holds the role now. */
export function hasRole(state: PeopleState, actor: string, role: Role): boolean {
  return state.people.get(actor as PersonId)?.roles.includes(role) ?? false;
}

/** Whether two accounts belong to one human being. */
export function samePerson(state: PeopleState, one: string, other: string): boolean {
  const naturalOf = (id: string): string => state.people.get(id as PersonId)?.natural ?? id;
  return naturalOf(one) === naturalOf(other);
}

type RoleChange = Pick<RoleAct, 'person' | 'role' | 'granted'>;

function roleRefusal(state: PeopleState, { person: id, role, granted }: RoleChange): Rejection | null {
  const person = state.people.get(id);
  if (person === undefined) return reject('not_found');
  if (person.roles.includes(role) === granted) return reject('role_unchanged');
  if (role === 'administrator' && !granted) {
    const administrators = [...state.people.values()].filter((one) => one.roles.includes('administrator'));
    if (administrators.length === 1) return reject('last_administrator');
  }
  return null;
}

const roleSet = ({ person, role, granted, reason }: Omit<RoleAct, 'kind'>): PeopleEvent => ({
  kind: 'people.role_set',
  person,
  role,
  granted,
  reason,
});

/** Changing a role is an administrator's, with another one's agreement. */
export const roleActs = {
  role_change: {
    need: 'administrator' as const,
    refusal: (view: { readonly people: PeopleState }, act: RoleAct) => roleRefusal(view.people, act),
    revision: (view: { readonly people: PeopleState }, { person }: RoleAct) =>
      view.people.people.get(person)?.roles.join(' ') ?? '',
    events: (_view: unknown, act: RoleAct): PeopleEvent[] => [roleSet(act)],
  },
};

function decideSetRole(
  state: PeopleState,
  command: Extract<PeopleCommand, { kind: 'people.setRole' }>,
): Decision<PeopleEvent> {
  const refusal = roleRefusal(state, command);
  return refusal === null ? accept([roleSet(command)]) : refuse(refusal);
}

export function decidePeople(
  state: PeopleState,
  command: PeopleCommand,
  ctx: Context,
): Decision<PeopleEvent> {
  const self = ctx.actor as PersonId;
  switch (command.kind) {
    case 'people.register': {
      const person = ctx.newId('person') as PersonId;
      const { subject, profile, roles } = command;
      return accept([{ kind: 'people.registered', person, subject, profile, roles, at: ctx.at }], { person });
    }
    case 'people.updateProfile':
      return accept([{ kind: 'people.profile_updated', person: self, profile: command.profile }]);
    case 'people.acknowledgeWarning':
      if (existing(state.people, self, 'person').riskWarningAcknowledgedAt !== null) return accept([]);
      return accept([{ kind: 'people.warning_acknowledged', person: self, at: ctx.at }]);
    case 'people.readNotices':
      return accept([{ kind: 'people.notices_read', person: self, upTo: command.upTo }]);
    case 'people.setTier': {
      const person = state.people.get(command.person);
      if (person === undefined) return refuse(reject('not_found'));
      if (person.id === self) return refuse(reject('conflict_of_interest'));
      if (person.tier === command.tier) return refuse(reject('tier_unchanged'));
      return accept([
        { kind: 'people.tier_set', person: person.id, tier: command.tier, reason: command.reason },
      ]);
    }
    case 'people.setRole':
      return decideSetRole(state, command);
  }
}

export function evolvePeople(state: PeopleState, event: PeopleEvent): void {
  if (event.kind === 'people.registered') {
    state.people.set(event.person, {
      id: event.person,
      natural: event.person,
      subject: event.subject,
      profile: event.profile,
      roles: [...event.roles],
      tier: 'retail',
      investorClass: 'non_sophisticated',
      since: event.at,
      riskWarningAcknowledgedAt: null,
      noticesReadUpTo: '0.0',
      suspended: false,
    });
    return;
  }
  const person = existing(state.people, event.person, 'person');
  switch (event.kind) {
    case 'people.profile_updated':
      person.profile = event.profile;
      return;
    case 'people.warning_acknowledged':
      person.riskWarningAcknowledgedAt = event.at;
      return;
    case 'people.notices_read':
      person.noticesReadUpTo = event.upTo;
      return;
    case 'people.tier_set':
      person.tier = event.tier;
      return;
    case 'people.class_set':
      person.investorClass = event.investorClass;
      return;
    case 'people.identified':
      person.natural = event.natural;
      return;
    case 'people.role_set':
      person.roles = event.granted
        ? [...person.roles, event.role]
        : person.roles.filter((role) => role !== event.role);
  }
}
