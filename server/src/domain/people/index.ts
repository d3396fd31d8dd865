import type { Millis, PersonId } from '@piazza/shared/values';
import { accept, existing, refuse, type Context, type Decision, type Sealed } from '../core/index.ts';
import { roleRefusal, roleSet, tierRefusal, tierSet } from './acts.ts';

export { peopleActs, type RoleAct, type TierAct } from './acts.ts';

export type Role = 'investor' | 'enterprise' | 'operator' | 'verifier' | 'outcome_payer' | 'administrator';
export type Tier = 'community' | 'retail' | 'institutional';
export type InvestorClass = 'non_sophisticated' | 'sophisticated';

export interface Person {
  readonly id: PersonId;
  /** The first account known to belong to the same human being; its own id until another is found (DOMAIN §3). */
  natural: PersonId;
  readonly subject: string;
  profile: Sealed;
  /** What it was before, and until when: papers about a day name who one was on that day. */
  readonly earlier: { readonly until: Millis; readonly profile: Sealed }[];
  roles: Role[];
  tier: Tier;
  investorClass: InvestorClass;
  readonly since: Millis;
  riskWarningAcknowledgedAt: Millis | null;
  /** Notices up to this id are read. */
  noticesReadUpTo: string;
  suspended: boolean;
  /** Begun when they asked for it; complete once nothing of theirs can be read. */
  erasure: { readonly begunAt: Millis; completedAt: Millis | null } | null;
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
  /** The first tiers and roles, by the venue itself; later ones are acts of two persons. */
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
  | {
      readonly kind: 'people.profile_updated';
      readonly person: PersonId;
      readonly profile: Sealed;
      /** Absent in journals from before it was kept. */
      readonly at?: Millis;
    }
  | { readonly kind: 'people.warning_acknowledged'; readonly person: PersonId; readonly at: Millis }
  /** Both accounts belong to one human being. */
  | { readonly kind: 'people.identified'; readonly person: PersonId; readonly natural: PersonId }
  /** From here on the person can do nothing; their key is about to go. */
  | { readonly kind: 'people.erasure_begun'; readonly person: PersonId; readonly at: Millis }
  | { readonly kind: 'people.erased'; readonly person: PersonId; readonly at: Millis }
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

/** The first account known to belong to the same human being. */
function naturalOf(state: PeopleState, account: string): string {
  let found = account;
  // Accounts may have been linked to one that was linked itself later.
  for (let steps = 0; steps < 16; steps += 1) {
    const next = state.people.get(found as PersonId)?.natural ?? found;
    if (next === found) break;
    found = next;
  }
  return found;
}

/** Whether two accounts belong to one human being. */
export const samePerson = (state: PeopleState, one: string, other: string): boolean =>
  naturalOf(state, one) === naturalOf(state, other);

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
      return accept([{ kind: 'people.profile_updated', person: self, profile: command.profile, at: ctx.at }]);
    case 'people.acknowledgeWarning':
      if (existing(state.people, self, 'person').riskWarningAcknowledgedAt !== null) return accept([]);
      return accept([{ kind: 'people.warning_acknowledged', person: self, at: ctx.at }]);
    case 'people.readNotices':
      return accept([{ kind: 'people.notices_read', person: self, upTo: command.upTo }]);
    case 'people.setTier': {
      const refusal = tierRefusal(state, command);
      return refusal === null ? accept([tierSet(command)]) : refuse(refusal);
    }
    case 'people.setRole': {
      const refusal = roleRefusal(state, command);
      return refusal === null ? accept([roleSet(command)]) : refuse(refusal);
    }
  }
}

export function evolvePeople(state: PeopleState, event: PeopleEvent): void {
  if (event.kind === 'people.registered') {
    state.people.set(event.person, {
      id: event.person,
      natural: event.person,
      subject: event.subject,
      profile: event.profile,
      earlier: [],
      roles: [...event.roles],
      tier: 'retail',
      investorClass: 'non_sophisticated',
      since: event.at,
      riskWarningAcknowledgedAt: null,
      noticesReadUpTo: '0.0',
      suspended: false,
      erasure: null,
    });
    return;
  }
  const person = existing(state.people, event.person, 'person');
  switch (event.kind) {
    case 'people.profile_updated':
      if (event.at !== undefined) person.earlier.push({ until: event.at, profile: person.profile });
      person.profile = event.profile;
      return;
    case 'people.warning_acknowledged':
      person.riskWarningAcknowledgedAt = event.at;
      return;
    case 'people.erasure_begun':
      person.erasure = { begunAt: event.at, completedAt: null };
      person.suspended = true;
      person.roles = [];
      return;
    case 'people.erased':
      if (person.erasure !== null) person.erasure.completedAt = event.at;
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
