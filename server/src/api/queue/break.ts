import { policy } from '@piazza/shared/policy';
import type { BreakId } from '@piazza/shared/values';
import type { QueueProvider } from './provider.ts';

/** Differences between the books and the provider that nobody has explained. */
export const breakProvider: QueueProvider = {
  kind: 'break',
  roles: ['operator'],
  waiting: ({ payments }) =>
    [...payments.breaks.values()]
      .filter(({ status }) => status === 'open')
      .map(({ id, source, hereCents, thereCents, at }) => ({
        object: id,
        status: 'open',
        since: at,
        dueAt: at + policy.queueDueMs.break,
        assignee: null,
        stakes: { cents: Math.abs(hereCents - thereCents), code: source },
      })),
  words: async (context, object) => ({
    title: '',
    name: await context.exchange.read(({ payments }) => payments.breaks.get(object as BreakId)?.source ?? ''),
  }),
};
