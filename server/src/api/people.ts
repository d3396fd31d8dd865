import { reject } from '@piazza/shared/rejections';
import type { PersonId } from '@piazza/shared/values';
import { noticeStream, type NoticeLine } from '../projections/notices.ts';
import { propose } from './approvals.ts';
import type { ApiContext } from './context.ts';
import { noticesAfter, readMark } from './notices.ts';
import { Refused, type Handlers } from './handler.ts';
import { historyPage, slicePage } from './paging.ts';
import { pickPerson, presentMe, presentPerson } from './present/person.ts';

type Names =
  | 'me.read'
  | 'me.update'
  | 'me.acknowledgeWarning'
  | 'me.notices'
  | 'me.readNotices'
  | 'people.list'
  | 'people.setTier'
  | 'people.setRole';

const readUpTo = (context: ApiContext, person: PersonId): Promise<string> =>
  context.exchange.read((state) => pickPerson(state, person).noticesReadUpTo);

/** Seals what an operator gives as reason, under the key of the person it is about. */
async function sealReason(context: ApiContext, person: PersonId, reason: string) {
  const { subject } = await context.exchange.read((state) => pickPerson(state, person));
  return context.vault.seal(subject, { reason });
}

export const peopleHandlers = (context: ApiContext): Handlers<Names> => ({
  'me.read': ({ caller }) => presentMe(context, caller.personId),
  'me.update': async ({ caller, body, key }) => {
    const profile = await context.identity.profiles.revise(caller.personId, body);
    if (profile === undefined) throw new Refused(reject('not_found'));
    await context.exchange.command({ kind: 'people.updateProfile', profile }, caller.personId, key);
    return presentMe(context, caller.personId);
  },
  'me.acknowledgeWarning': async ({ caller, key }) => {
    await context.exchange.command({ kind: 'people.acknowledgeWarning' }, caller.personId, key);
    return presentMe(context, caller.personId);
  },
  'me.notices': async ({ caller, query }) => {
    await context.historySettled();
    const page = await historyPage<NoticeLine>(context.history, noticeStream(caller.personId), query);
    const items = page.items.map((line) => ({ ...line, at: line.at as never, subject: { ...line.subject } }));
    const read = await readUpTo(context, caller.personId);
    const unread = await noticesAfter(context.history, caller.personId, read);
    return { items, next: page.next, unread };
  },
  'me.readNotices': async ({ caller, body, key }) => {
    await context.historySettled();
    const { personId } = caller;
    const before = await readUpTo(context, personId);
    const upTo = await readMark(context.history, personId, before, body.upTo);
    await context.exchange.command({ kind: 'people.readNotices', upTo }, personId, key);
    return {};
  },
  'people.list': async ({ query }) => {
    const page = await context.exchange.read((state) => slicePage([...state.people.people.values()], query));
    return {
      items: await Promise.all(page.items.map((person) => presentPerson(context, person))),
      next: page.next,
    };
  },
  'people.setTier': async ({ caller, params, body, key }) => {
    const reason = await sealReason(context, params.personId, body.reason);
    const act = { kind: 'tier_change' as const, person: params.personId, tier: body.tier, reason };
    return propose(context, caller.personId, act, reason, key);
  },
  'people.setRole': async ({ caller, params, body, key }) => {
    const reason = await sealReason(context, params.personId, body.reason);
    const { role, granted } = body;
    const act = { kind: 'role_change' as const, person: params.personId, role, granted, reason };
    return propose(context, caller.personId, act, reason, key);
  },
});
