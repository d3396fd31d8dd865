import type { ComplaintId } from '@piazza/shared/values';
import { isOpenComplaint, isUntold, nextDueAt } from '../../domain/conduct/index.ts';
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
    [...conduct.complaints.values()].filter(isOpenComplaint).map((one) => ({
      object: one.id,
      status: one.status,
      since: one.at,
      dueAt: nextDueAt(one),
      assignee: null,
      hiddenFrom: [one.person, ...one.named],
      stakes: { cents: null, code: isUntold(one) ? 'admissibility' : 'answer' },
    })),
  words: async (context, object) => ({ title: await referenceOf(context, object as ComplaintId), name: '' }),
};
