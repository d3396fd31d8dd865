import type { ProposalId } from '@piazza/shared/values';
import { rulesOf } from '../../domain/approvals/index.ts';
import { pickProposal } from '../present/proposal.ts';
import { personName } from '../present/words.ts';
import type { QueueProvider } from './provider.ts';

/** Acts that wait for a second person. */
export const proposalProvider: QueueProvider = {
  kind: 'proposal',
  roles: ['operator', 'administrator'],
  waiting: (state) =>
    [...state.approvals.proposals.values()]
      .filter(({ status }) => status === 'waiting')
      .map(({ id, act, at, expiresAt }) => {
        const { confidential, parties } = rulesOf(act);
        return {
          object: id,
          status: 'waiting',
          since: at,
          dueAt: expiresAt,
          assignee: null,
          hiddenFrom: confidential === true ? (parties?.(state, act) ?? []) : [],
          stakes: { cents: null, code: act.kind },
        };
      }),
  words: async (context, object) => {
    const { words } = await context.exchange.read((state) => pickProposal(state, object as ProposalId, ''));
    return { title: '', name: words.person === null ? '' : await personName(context, words.person) };
  },
};
