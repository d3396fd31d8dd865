import { reject } from '@piazza/shared/rejections';
import type { Millis, PersonId } from '@piazza/shared/values';
import { accept, existing, refuse, type Context, type Decision, type Sealed } from '../core/index.ts';

export type Role = 'investor' | 'enterprise' | 'operator' | 'verifier' | 'outcome_payer' | 'administrator';
export type Tier = 'community' | 'retail' | 'institutional';
export type InvestorClass = 'non_sophisticated' | 'sophisticated';

export interface Person {
  readonly id: PersonId;
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

function decideSetRole(
  state: PeopleState,
  command: Extract<PeopleCommand, { kind: 'people.setRole' }>,
): Decision<PeopleEvent> {
  const person = state.people.get(command.person);
  if (person === undefined) return refuse(reject('not_found'));
  if (person.roles.includes(command.role) === command.granted) return refuse(reject('role_unchanged'));
  if (command.role === 'administrator' && !command.granted) {
    const administrators = [...state.people.values()].filter((one) => one.roles.includes('administrator'));
    if (administrators.length === 1) return refuse(reject('last_administrator'));
  }
  const { person: id, role, granted, reason } = command;
  return accept([{ kind: 'people.role_set', person: id, role, granted, reason }]);
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
    case 'people.role_set':
      person.roles = event.granted
        ? [...person.roles, event.role]
        : person.roles.filter((role) => role !== event.role);
  }
}
