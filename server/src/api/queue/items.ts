import type { QueueItem, QueueKind, Role } from '@piazza/shared/contract';
import type { Cents, Millis, PersonId } from '@piazza/shared/values';
import { isInterested } from '../../domain/interests/index.ts';
import { samePerson } from '../../domain/people/index.ts';
import type { VenueState } from '../../domain/venue/index.ts';
import type { ApiContext } from '../context.ts';
import { personName } from '../present/words.ts';
import type { QueueProvider, Waiting } from './provider.ts';
import { providers } from './providers.ts';

/** Who asks for the queue. */
export interface Reader {
  readonly personId: PersonId;
  readonly roles: ReadonlySet<Role>;
}

/** What waits, with what the queue itself knows of it. */
export interface Item extends Waiting {
  readonly kind: QueueKind;
  readonly overdue: boolean;
  readonly declared: QueueItem['declared'];
}

/** What brings things of that kind into the queue. */
export function providerOf(kind: QueueKind): QueueProvider {
  const found = providers.find((provider) => provider.kind === kind);
  if (found === undefined) throw new Error(`nothing brings ${kind} into the queue`);
  return found;
}

function declaredBy(state: VenueState, object: string, reader: PersonId): QueueItem['declared'] {
  const own = (state.queue.declarations.get(object) ?? []).filter(({ person }) =>
    samePerson(state.people, person, reader),
  );
  if (isInterested(state, reader, object)) return 'conflict';
  if (own.length === 0) return 'nothing';
  return own.some(({ conflict }) => conflict) ? 'conflict' : 'no_conflict';
}

/** What is due first at the top; what has no time comes last, the older before the newer. */
const byDue = (a: Item, b: Item): number =>
  (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity) || a.since - b.since || (a.object < b.object ? -1 : 1);

/** Everything that waits and that the reader sees to, what is due first at the top. */
export function itemsFor(state: VenueState, now: number, reader: Reader): Item[] {
  const items: Item[] = [];
  for (const provider of providers) {
    if (!provider.roles.some((role) => reader.roles.has(role))) continue;
    for (const waiting of provider.waiting(state, now)) {
      const { object, hiddenFrom = [], dueAt } = waiting;
      if (hiddenFrom.some((person) => samePerson(state.people, person, reader.personId))) continue;
      const assignee = state.queue.assignees.get(object) ?? waiting.assignee;
      const overdue = dueAt !== null && dueAt < now;
      const declared = declaredBy(state, object, reader.personId);
      items.push({ ...waiting, kind: provider.kind, assignee, overdue, declared });
    }
  }
  return items.toSorted(byDue);
}

export async function presentItem(context: ApiContext, item: Item, reader: PersonId): Promise<QueueItem> {
  const { kind, object, status, since, dueAt, overdue, assignee, stakes, declared } = item;
  return {
    kind,
    object,
    ...(await providerOf(kind).words(context, object)),
    status,
    since: since as Millis,
    dueAt: dueAt as Millis | null,
    overdue,
    assignee:
      assignee === null
        ? null
        : { id: assignee, name: await personName(context, assignee), mine: assignee === reader },
    stakes: { amount: stakes.cents as Cents | null, code: stakes.code },
    declared,
  };
}

const tally = (items: readonly Item[], reader: PersonId) => ({
  waiting: items.length,
  overdue: items.filter(({ overdue }) => overdue).length,
  unassigned: items.filter(({ assignee }) => assignee === null).length,
  mine: items.filter(({ assignee }) => assignee === reader).length,
});

/** How many there are, of all and of each kind that the reader sees to. */
export function countsOf(items: readonly Item[], { personId, roles }: Reader) {
  const kinds = providers
    .filter((provider) => provider.roles.some((role) => roles.has(role)))
    .map(({ kind }) => ({
      kind,
      ...tally(
        items.filter((item) => item.kind === kind),
        personId,
      ),
    }));
  return { ...tally(items, personId), kinds };
}
