import { reject } from '@piazza/shared/rejections';
import type { PersonId } from '@piazza/shared/values';
import type { VenueState } from '../domain/venue/index.ts';
import type { ApiContext } from './context.ts';
import { Refused, type Handlers } from './handler.ts';
import { slicePage } from './paging.ts';
import { pickPerson } from './present/person.ts';
import { personName } from './present/words.ts';
import { deskFigures } from './queue/figures.ts';
import { countsOf, itemsFor, presentItem, providerOf, type Item, type Reader } from './queue/items.ts';

type Names = 'queue.list' | 'queue.assign' | 'queue.declare' | 'queue.figures';

/** @throws Refused not_found, where it does not wait or is not the reader's to see to */
async function pickItem(context: ApiContext, object: string, reader: Reader): Promise<Item> {
  const items = await context.exchange.read((state) => itemsFor(state, context.exchange.now(), reader));
  const item = items.find((one) => one.object === object);
  if (item === undefined) throw new Refused(reject('not_found'));
  return item;
}

const show = async (context: ApiContext, object: string, reader: Reader) =>
  presentItem(context, await pickItem(context, object, reader), reader.personId);

const deskOf = ({ people }: VenueState): PersonId[] =>
  [...people.people.values()]
    .filter(
      ({ roles, suspended }) => !suspended && (roles.includes('operator') || roles.includes('administrator')),
    )
    .map(({ id }) => id);

function assigneeOf(to: string, self: PersonId): PersonId | null {
  if (to === 'nobody') return null;
  return to === 'me' ? self : (to as PersonId);
}

export const queueHandlers = (context: ApiContext): Handlers<Names> => ({
  'queue.list': async ({ caller, query }) => {
    const { kind, whose, overdue, object } = query;
    const { items, desk } = await context.exchange.read((state) => ({
      items: itemsFor(state, context.exchange.now(), caller),
      desk: deskOf(state),
    }));
    const wanted = items.filter(
      (item) =>
        (kind === undefined || item.kind === kind) &&
        (object === undefined || item.object === object) &&
        (overdue === undefined || item.overdue) &&
        (whose === undefined ||
          (whose === 'mine' ? item.assignee === caller.personId : item.assignee === null)),
    );
    const page = slicePage(wanted, query);
    const colleagues = desk.map(async (id) => ({
      id,
      name: await personName(context, id),
      mine: id === caller.personId,
    }));
    return {
      items: await Promise.all(page.items.map((item) => presentItem(context, item, caller.personId))),
      next: page.next,
      counts: countsOf(items, caller),
      colleagues: await Promise.all(colleagues),
    };
  },
  'queue.assign': async ({ caller, params: { object }, body, key }) => {
    const { kind } = await pickItem(context, object, caller);
    const assignee = assigneeOf(body.to, caller.personId);
    const command = providerOf(kind).assign?.(object, assignee) ?? {
      kind: 'queue.assign' as const,
      object,
      assignee,
    };
    await context.exchange.command(command, caller.personId, key);
    return show(context, object, caller);
  },
  'queue.declare': async ({ caller, params: { object }, body, key }) => {
    await pickItem(context, object, caller);
    const { subject } = await context.exchange.read((state) => pickPerson(state, caller.personId));
    const words = await context.vault.seal(subject, { reason: body.reason });
    const command = { kind: 'queue.declare' as const, object, conflict: body.conflict, words };
    await context.exchange.command(command, caller.personId, key);
    return show(context, object, caller);
  },
  'queue.figures': async ({ caller }) =>
    context.exchange.read((state) => {
      const now = context.exchange.now();
      return deskFigures(state, now, itemsFor(state, now, caller));
    }),
});
