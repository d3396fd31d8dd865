import type { Millis, PersonId, ProposalId } from '@piazza/shared/values';
import type { Needs, Sealed } from '../core/index.ts';
import type { Act } from './acts.ts';
import type { Proposal, ProposalStatus } from './state.ts';

export type ApprovalsCommand =
  | {
      readonly kind: 'approvals.propose';
      readonly act: Act;
      readonly contentHash: string;
      readonly reason: Sealed;
    }
  | {
      readonly kind: 'approvals.approve' | 'approvals.refuse';
      readonly proposal: ProposalId;
      /** Of what the checker has read. */
      readonly contentHash: string;
      readonly reason: Sealed;
    }
  | { readonly kind: 'approvals.withdraw'; readonly proposal: ProposalId };

export type ApprovalsEvent =
  | {
      readonly kind: 'approvals.proposed';
      readonly proposal: ProposalId;
      readonly as: Omit<Proposal, 'status' | 'checker' | 'decidedAt' | 'decidedReason'>;
    }
  | {
      readonly kind: 'approvals.decided';
      readonly proposal: ProposalId;
      readonly status: Exclude<ProposalStatus, 'waiting'>;
      readonly checker: PersonId | null;
      readonly reason: Sealed | null;
      readonly at: Millis;
    };

const desk = ['operator', 'administrator'] as const;
/** Each act narrows it further. */
export const approvalsNeeds: Needs<ApprovalsCommand> = {
  'approvals.propose': desk,
  'approvals.approve': desk,
  'approvals.refuse': desk,
  'approvals.withdraw': desk,
};
