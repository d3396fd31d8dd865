import { reject, type Rejection } from '@piazza/shared/rejections';
import type { PersonId } from '@piazza/shared/values';
import { accept, existing, refuse, type Context, type Decision } from '../core/index.ts';
import { samePerson, type PeopleEvent, type PeopleState } from '../people/index.ts';
import type { ProtectionCommand, ProtectionEvent } from './events.ts';
import type { IdentityCase, ProtectionState } from './state.ts';

export interface IdentityView {
  readonly protection: ProtectionState;
  readonly people: PeopleState;
}
type Events = ProtectionEvent | PeopleEvent;
type Command<K extends ProtectionCommand['kind']> = Extract<ProtectionCommand, { kind: K }>;

/** What was submitted before is replaced; an operator looks at the new one, and what was linked stays linked. */
export function decideSubmit(
  view: IdentityView,
  { details, sameAs, subject }: Command<'protection.submitIdentity'>,
  ctx: Context,
): Decision<Events> {
  const person = ctx.actor as PersonId;
  const revision = (view.protection.people.get(person)?.identity?.revision ?? 0) + 1;
  const others = sameAs.filter((other) => other !== person && view.people.people.has(other));
  const as = { revision, details, sameAs: others, submittedAt: ctx.at };
  const under = subject === undefined ? {} : { subject };
  return accept<Events>([{ kind: 'protection.identity_submitted', person, as, ...under }], { revision });
}

/** Accounts that named the same tax code and whose identity an operator has approved. */
function approvedTwins({ protection }: IdentityView, person: PersonId): PersonId[] {
  const own = protection.people.get(person)?.identity?.sameAs ?? [];
  const twins: PersonId[] = [];
  for (const [other, { identity }] of protection.people)
    if (other !== person && identity?.status === 'approved')
      if (own.includes(other) || identity.sameAs.includes(person)) twins.push(other);
  return twins;
}

/** Links every account of one human being to the oldest of them. */
function linked(view: IdentityView, person: PersonId): PeopleEvent[] {
  const { people } = view.people;
  const naturalOf = (id: PersonId): PersonId => existing(people, id, 'person').natural;
  const groups = new Set([person, ...approvedTwins(view, person)].map(naturalOf));
  if (groups.size === 1) return [];
  const members = [...people.values()].filter(({ natural }) => groups.has(natural));
  const natural = (members[0] as (typeof members)[number]).natural;
  return members
    .filter((one) => one.natural !== natural)
    .map((one) => ({ kind: 'people.identified', person: one.id, natural }));
}

/** Nobody has a hand in the case of an account of their own, nor of one that names their tax code. */
function isOwn({ people }: IdentityView, person: PersonId, found: IdentityCase, actor: string): boolean {
  return [person, ...found.sameAs].some((one) => samePerson(people, one, actor));
}

function reviewRefusal(
  view: IdentityView,
  command: Command<'protection.reviewIdentity'>,
  actor: string,
): Rejection | null {
  const { person, revision } = command;
  const found = view.protection.people.get(person)?.identity ?? null;
  if (found === null) return reject('not_found');
  if (isOwn(view, person, found, actor)) return reject('conflict_of_interest');
  if (found.status !== 'submitted') return reject('nothing_to_decide', { status: found.status });
  return found.revision === revision ? null : reject('stale_revision', { revision: found.revision });
}

const outcomes = { approve: 'approved', ask_again: 'asked_again', reject: 'rejected' } as const;

/**
 * An operator looks at who somebody says they are. Approving links the accounts of one human being, found by the tax code.
 * Precedence: not_found, conflict_of_interest, nothing_to_decide, stale_revision.
 */
export function decideReview(
  view: IdentityView,
  command: Command<'protection.reviewIdentity'>,
  ctx: Context,
): Decision<Events> {
  const refusal = reviewRefusal(view, command, ctx.actor);
  if (refusal !== null) return refuse(refusal);
  const { person, verdict, reason } = command;
  const reviewed: Events = {
    kind: 'protection.identity_reviewed',
    person,
    to: outcomes[verdict],
    reviewer: ctx.actor as PersonId,
    reason,
    at: ctx.at,
  };
  return accept<Events>([reviewed, ...(verdict === 'approve' ? linked(view, person) : [])]);
}
