import { reject, type Rejection } from '@piazza/shared/rejections';
import type { ListingId, Millis, PersonId } from '@piazza/shared/values';
import type { ApprovalsState } from '../approvals/index.ts';
import { accept, refuse, type Context, type Decision, type Needs, type Sealed } from '../core/index.ts';
import type { ListingsEvent, ListingsState } from '../listings/index.ts';
import { standsFor, type OrganisationsState } from '../organisations/index.ts';
import { hasRole, samePerson, type PeopleState } from '../people/index.ts';

export { decidedObject } from './stepped-back.ts';

/** What a person of the desk has said of their own interest in an object. */
export interface Declaration {
  readonly person: PersonId;
  readonly conflict: boolean;
  readonly words: Sealed | null;
  readonly at: Millis;
}

/** Who sees to what waits, and who steps back from it. Objects of every kind, by their id. */
export interface QueueState {
  readonly assignees: Map<string, PersonId>;
  readonly declarations: Map<string, Declaration[]>;
}
export const initialQueue = (): QueueState => ({ assignees: new Map(), declarations: new Map() });

export type QueueCommand =
  | { readonly kind: 'queue.assign'; readonly object: string; readonly assignee: PersonId | null }
  | {
      readonly kind: 'queue.declare';
      readonly object: string;
      readonly conflict: boolean;
      readonly words: Sealed | null;
    };
export type QueueEvent =
  | {
      readonly kind: 'queue.assigned';
      readonly object: string;
      readonly assignee: PersonId | null;
      readonly by: PersonId;
      readonly at: Millis;
    }
  | { readonly kind: 'queue.declared'; readonly object: string; readonly as: Declaration };

const desk = ['operator', 'administrator'] as const;
export const queueNeeds: Needs<QueueCommand> = { 'queue.assign': desk, 'queue.declare': desk };

interface View {
  readonly people: PeopleState;
  readonly organisations: OrganisationsState;
  readonly listings: ListingsState;
  readonly approvals: ApprovalsState;
  readonly queue: QueueState;
}

/** Whether the person behind the account has declared an interest in the object, by whatever account of theirs. */
export const hasConflict = (
  { declarations }: QueueState,
  people: PeopleState,
  account: string,
  object: string,
): boolean =>
  (declarations.get(object) ?? []).some(
    ({ conflict, person }) => conflict && samePerson(people, person, account),
  );

/** Why the object is not for this person to see to: their own, or one they have stepped back from. */
function ownRefusal(view: View, object: string, person: PersonId): Rejection | null {
  const listing = view.listings.listings.get(object as ListingId);
  if (listing !== undefined && standsFor(view, person, listing.organisation))
    return reject('conflict_of_interest');
  const proposal = view.approvals.proposals.get(object as never);
  if (proposal !== undefined && samePerson(view.people, proposal.maker, person)) return reject('same_person');
  return hasConflict(view.queue, view.people, person, object) ? reject('conflict_of_interest') : null;
}

/** Precedence: not_found, nothing_to_change, conflict_of_interest, same_person. */
function decideAssign(
  view: View,
  { object, assignee }: Extract<QueueCommand, { kind: 'queue.assign' }>,
  ctx: Context,
): Decision<QueueEvent> {
  const may = assignee === null || desk.some((role) => hasRole(view.people, assignee, role));
  if (!may) return refuse(reject('not_found'));
  if ((view.queue.assignees.get(object) ?? null) === assignee) return refuse(reject('nothing_to_change'));
  const refusal = assignee === null ? null : ownRefusal(view, object, assignee);
  if (refusal !== null) return refuse(refusal);
  return accept([{ kind: 'queue.assigned', object, assignee, by: ctx.actor as PersonId, at: ctx.at }]);
}

/** A reviewer with an interest is one no longer, and an approval already given no longer counts. */
function steppedBack(view: View, object: string, { at, person, words }: Declaration): ListingsEvent[] {
  const listing = view.listings.listings.get(object as ListingId);
  if (listing?.status !== 'under_review' || !listing.reviewers.includes(person)) return [];
  const { contentHash } = listing.content;
  const review = { reviewer: person, at, verdict: 'stepped_back' as const, words, contentHash };
  return [{ kind: 'listings.reviewed', listing: listing.id, review }];
}

/** Precedence: conflict_of_interest (an interest once declared is not taken back), nothing_to_change. */
function decideDeclare(
  view: View,
  { object, conflict, words }: Extract<QueueCommand, { kind: 'queue.declare' }>,
  ctx: Context,
): Decision<QueueEvent | ListingsEvent> {
  const person = ctx.actor as PersonId;
  if (hasConflict(view.queue, view.people, person, object)) return refuse(reject('conflict_of_interest'));
  const said = (view.queue.declarations.get(object) ?? []).some((one) => one.person === person);
  if (said && !conflict) return refuse(reject('nothing_to_change'));
  const as: Declaration = { person, conflict, words, at: ctx.at };
  const declared: QueueEvent = { kind: 'queue.declared', object, as };
  if (!conflict) return accept([declared]);
  const assignee = view.queue.assignees.get(object);
  const mine = assignee !== undefined && samePerson(view.people, assignee, person);
  const freed: QueueEvent[] = mine
    ? [{ kind: 'queue.assigned', object, assignee: null, by: person, at: ctx.at }]
    : [];
  return accept([declared, ...freed, ...steppedBack(view, object, as)]);
}

/** The operators' one queue: who sees to what, and who must not. Whether the object waits at all is asked at the edge. */
export const decideQueue = (
  view: View,
  command: QueueCommand,
  ctx: Context,
): Decision<QueueEvent | ListingsEvent> =>
  command.kind === 'queue.assign' ? decideAssign(view, command, ctx) : decideDeclare(view, command, ctx);

export function evolveQueue(state: QueueState, event: QueueEvent): void {
  if (event.kind === 'queue.declared')
    state.declarations.set(event.object, [...(state.declarations.get(event.object) ?? []), event.as]);
  else if (event.assignee === null) state.assignees.delete(event.object);
  else state.assignees.set(event.object, event.assignee);
}
