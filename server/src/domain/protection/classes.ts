import { policy } from '@piazza/shared/policy';
import { reject, type Rejection } from '@piazza/shared/rejections';
import { millis, type PersonId } from '@piazza/shared/values';
import { accept, existing, refuse, type Context, type Decision } from '../core/index.ts';
import { samePerson, type PeopleEvent, type PeopleState } from '../people/index.ts';
import { clearTimer, setTimer, type ProtectionTimer, type ScheduleEvent } from '../schedule/index.ts';
import type { ProtectionCommand, ProtectionEvent } from './events.ts';
import { entityCriteria, personCriteria, type Protection, type ProtectionState } from './state.ts';

interface View {
  readonly protection: ProtectionState;
  readonly people: PeopleState;
}
type Events = ProtectionEvent | PeopleEvent | ScheduleEvent;
type Command<K extends ProtectionCommand['kind']> = Extract<ProtectionCommand, { kind: K }>;

/** An investor becomes sophisticated: done when two persons agree. */
export interface ClassAct {
  readonly kind: 'class_grant';
  readonly person: PersonId;
  readonly request: number;
}

const endTimer = (person: PersonId): string => `class:${person}`;
const noticeTimer = (person: PersonId): string => `class_notice:${person}`;

/** Distinct criteria named that belong to such an investor; whoever lacks the number the law asks for stays non-sophisticated. */
function criteriaRefusal({ party, criteria }: Command<'protection.requestClass'>): Rejection | null {
  const own: readonly string[] = party === 'person' ? personCriteria : entityCriteria;
  const needed = party === 'person' ? policy.classCriteriaOfPerson : policy.classCriteriaOfEntity;
  const named = new Set(criteria.filter((criterion) => own.includes(criterion))).size;
  return named >= needed ? null : reject('criteria_insufficient', { needed, named });
}

/** Asks for the class (ECSPR Annex II). Precedence: attestation_missing, criteria_insufficient, request_pending. */
export function decideRequest(
  { protection }: View,
  command: Command<'protection.requestClass'>,
  ctx: Context,
): Decision<Events> {
  const person = ctx.actor as PersonId;
  const before = protection.people.get(person)?.request ?? null;
  if (!command.attested) return refuse(reject('attestation_missing'));
  const refusal = criteriaRefusal(command);
  if (refusal !== null) return refuse(refusal);
  if (before?.status === 'waiting') return refuse(reject('request_pending'));
  const { party, criteria, evidence } = command;
  const number = (before?.number ?? 0) + 1;
  const undecided = { status: 'waiting', decidedAt: null, reason: null } as const;
  const request = { number, party, criteria, evidence, at: ctx.at, ...undecided };
  return accept<Events>([{ kind: 'protection.class_requested', person, request }], { request: number });
}

function waitingRefusal({ protection }: View, person: PersonId, request: number): Rejection | null {
  const found = protection.people.get(person)?.request ?? null;
  if (found?.number !== request) return reject('not_found');
  return found.status === 'waiting' ? null : reject('nothing_to_decide', { status: found.status });
}

/** One operator refuses with a reason; two grant. Precedence: not_found, conflict_of_interest, nothing_to_decide. */
export function decideRefuse(
  view: View,
  { person, request, reason }: Command<'protection.refuseClass'>,
  ctx: Context,
): Decision<Events> {
  const refusal = waitingRefusal(view, person, request);
  if (refusal?.code === 'not_found') return refuse(refusal);
  if (samePerson(view.people, person, ctx.actor)) return refuse(reject('conflict_of_interest'));
  if (refusal !== null) return refuse(refusal);
  return accept<Events>([{ kind: 'protection.class_refused', person, reason, at: ctx.at }]);
}

/** Ends what an earlier grant has set. */
function cleared(own: Protection | undefined, person: PersonId): ScheduleEvent[] {
  if (own === undefined || own.sophisticated === null) return [];
  const end = clearTimer(endTimer(person));
  return own.sophisticated.noticed ? [end] : [end, clearTimer(noticeTimer(person))];
}

function granted({ protection, people }: View, person: PersonId, ctx: Context): Events[] {
  const until = millis(ctx.at + policy.classLifeMs);
  const isNew = existing(people.people, person, 'person').investorClass !== 'sophisticated';
  const classSet: PeopleEvent = { kind: 'people.class_set', person, investorClass: 'sophisticated' };
  const noticeAt = millis(until - policy.classNoticeMs);
  return [
    ...cleared(protection.people.get(person), person),
    { kind: 'protection.class_granted', person, until, at: ctx.at },
    ...(isNew ? [classSet] : []),
    setTimer(noticeTimer(person), noticeAt, { kind: 'protection.remind', person }),
    setTimer(endTimer(person), until, { kind: 'protection.lapse', person }),
  ];
}

function grantRefusal(view: View, { person, request }: ClassAct): Rejection | null {
  const refusal = waitingRefusal(view, person, request);
  if (refusal !== null) return refusal;
  const { identity } = existing(view.protection.people, person, 'protection');
  return identity?.status === 'approved' ? null : reject('identity_not_approved');
}

/**
 * Granting the class is one operator's with the agreement of another person; the investor is party to it.
 * Refused: not_found, nothing_to_decide, identity_not_approved.
 */
export const classActs = {
  class_grant: {
    need: 'operator' as const,
    parties: (_view: unknown, { person }: ClassAct): readonly PersonId[] => [person],
    refusal: (view: View, act: ClassAct): Rejection | null => grantRefusal(view, act),
    revision: ({ protection }: View, { person }: ClassAct): string => {
      const own = protection.people.get(person);
      return `${own?.request?.number ?? 0} ${own?.request?.status ?? ''} ${own?.identity?.revision ?? 0}`;
    },
    events: (view: View, act: ClassAct, _maker: string, ctx: Context): Events[] =>
      granted(view, act.person, ctx),
  },
};

const ended = (person: PersonId, why: 'expired' | 'left', ctx: Context): Events[] => [
  { kind: 'protection.class_ended', person, why, at: ctx.at },
  { kind: 'people.class_set', person, investorClass: 'non_sophisticated' },
];

/** Back to the protections of the law, at once. Where there is no class, nothing changes. */
export function decideLeave({ protection }: View, ctx: Context): Decision<Events> {
  const person = ctx.actor as PersonId;
  const own = protection.people.get(person);
  if ((own?.sophisticated ?? null) === null) return accept([]);
  return accept<Events>([...cleared(own, person), ...ended(person, 'left', ctx)]);
}

/** The class comes to its end, or its end comes near. */
export function decideClassTimer(
  { protection }: View,
  { kind, person }: ProtectionTimer,
  ctx: Context,
): Decision<Events> {
  const own = existing(protection.people, person, 'protection').sophisticated;
  if (own === null) return accept([]);
  if (kind === 'protection.lapse') return accept<Events>(ended(person, 'expired', ctx));
  return accept<Events>([{ kind: 'protection.class_ending', person, until: own.until }]);
}
