import { policy } from '@piazza/shared/policy';
import { personName } from '../present/words.ts';
import type { QueueProvider } from './provider.ts';

const suffix = '.class';

/** Requests to be a sophisticated investor that nobody has proposed to grant, or refused. */
export const investorClassProvider: QueueProvider = {
  kind: 'investor_class',
  roles: ['operator'],
  waiting: ({ protection }) =>
    [...protection.people].flatMap(([person, { request }]) =>
      request?.status !== 'waiting'
        ? []
        : [
            {
              object: `${person}${suffix}`,
              status: request.status,
              since: request.at,
              dueAt: request.at + policy.queueDueMs.investor_class,
              assignee: null,
              stakes: { cents: null, code: request.party },
            },
          ],
    ),
  words: async (context, object) => ({
    title: '',
    name: await personName(context, object.slice(0, -suffix.length)),
  }),
};
