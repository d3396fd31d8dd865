import { openAlerts } from '../../domain/cases/index.ts';
import type { QueueProvider } from './provider.ts';

/** Alerts of surveillance that nobody has dealt with. Whom they are about is not said in a list. */
export const alertProvider: QueueProvider = {
  kind: 'alert',
  roles: ['operator'],
  waiting: ({ cases }) =>
    openAlerts(cases).map(({ id, since, dueAt, assignee, subjects, detector, severity }) => ({
      object: id,
      status: severity,
      since,
      dueAt,
      assignee,
      hiddenFrom: subjects,
      stakes: { cents: null, code: detector },
    })),
  words: () => Promise.resolve({ title: '', name: '' }),
};
