import type { ComplaintId } from '@piazza/shared/values';
import { isOpenComplaint } from '../../domain/conduct/index.ts';
import type { ApiContext } from '../context.ts';
import type { QueueProvider } from './provider.ts';

/** Of the form alone, and nothing of who wrote it. */
const referenceOf = async (context: ApiContext, id: ComplaintId): Promise<string> => {
  const words = await context.exchange.read(({ conduct }) => conduct.complaints.get(id)?.words);
  if (words === undefined) return '';
  return (await context.vault.open<{ readonly reference?: string }>(words))?.reference ?? '';
};

/** Complaints that have not ended; whom one is about does not find it in their queue. */
export const complaintProvider: QueueProvider = {
  kind: 'complaint',
  roles: ['operator'],
  waiting: ({ conduct }) =>
    [...conduct.complaints.values()]
      .filter(isOpenComplaint)
      .map(({ id, status, at, dueAt, named, person }) => ({
        object: id,
        status,
        since: at,
        dueAt,
        assignee: null,
        hiddenFrom: [person, ...named],
        stakes: { cents: null, code: '' },
      })),
  words: async (context, object) => ({ title: await referenceOf(context, object as ComplaintId), name: '' }),
};
