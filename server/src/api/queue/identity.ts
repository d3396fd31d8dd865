import { policy } from '@piazza/shared/policy';
import { personName } from '../present/words.ts';
import type { QueueProvider } from './provider.ts';

/** Identities that investors have submitted. */
export const identityProvider: QueueProvider = {
  kind: 'identity',
  roles: ['operator'],
  waiting: ({ protection, people }) =>
    [...protection.people].flatMap(([person, { identity }]) =>
      identity?.status !== 'submitted' || people.people.get(person)?.erasure !== null
        ? []
        : [
            {
              object: person,
              status: identity.status,
              since: identity.submittedAt,
              dueAt: identity.submittedAt + policy.queueDueMs.identity,
              assignee: null,
              stakes: { cents: null, code: identity.sameAs.length > 0 ? 'same_person' : '' },
            },
          ],
    ),
  words: async (context, object) => ({ title: '', name: await personName(context, object) }),
};
