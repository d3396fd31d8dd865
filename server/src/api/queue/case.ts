import type { CaseId } from '@piazza/shared/values';
import { openCases } from '../../domain/cases/index.ts';
import type { QueueProvider } from './provider.ts';

/** Cases that are not closed. */
export const caseProvider: QueueProvider = {
  kind: 'case',
  roles: ['operator'],
  waiting: ({ cases }) =>
    openCases(cases).map(({ id, since, dueAt, assignee, subjects, alerts }) => ({
      object: id,
      status: 'open',
      since,
      dueAt,
      assignee,
      hiddenFrom: subjects,
      stakes: { cents: null, code: String(alerts) },
    })),
  words: () => Promise.resolve({ title: '', name: '' }),
  assign: (object, assignee) => ({ kind: 'cases.assign', case: object as CaseId, assignee }),
};
