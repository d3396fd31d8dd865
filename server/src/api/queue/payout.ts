import { policy } from '@piazza/shared/policy';
import type { OutgoingId } from '@piazza/shared/values';
import { organisationName, personName } from '../present/words.ts';
import type { QueueProvider } from './provider.ts';

/** Payouts and withdrawals that wait for two persons; nothing is due while their payee has no account that is ready. */
export const payoutProvider: QueueProvider = {
  kind: 'payout',
  roles: ['operator'],
  waiting: ({ payments }) =>
    [...payments.outgoings.values()]
      .filter(({ status }) => status === 'waiting')
      .map(({ id, kind, holder, amountCents, timeline }) => {
        const since = timeline.at(-1)?.at ?? 0;
        const ready = payments.payees.get(holder)?.status === 'ready';
        return {
          object: id,
          status: ready ? 'waiting' : 'payee_not_ready',
          since,
          dueAt: ready ? since + policy.queueDueMs.payout : null,
          assignee: null,
          stakes: { cents: amountCents, code: kind },
        };
      }),
  words: async (context, object) => {
    const { holder, issuer } = await context.exchange.read(({ payments, organisations }) => {
      const found = payments.outgoings.get(object as OutgoingId)?.holder;
      return { holder: found, issuer: organisations.organisations.get(found as never) };
    });
    if (issuer !== undefined) return { title: '', name: (await organisationName(context, issuer)).name };
    return { title: '', name: holder === undefined ? '' : await personName(context, holder) };
  },
};
