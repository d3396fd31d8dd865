import type { Millis, PersonId, ProposalId } from '@piazza/shared/values';
import type { Sealed } from '../core/index.ts';
import type { Act } from './acts.ts';

export type ProposalStatus = 'waiting' | 'approved' | 'refused' | 'withdrawn' | 'expired';

/** An act that waits for the agreement of another person. */
export interface Proposal {
  readonly id: ProposalId;
  readonly act: Act;
  /** Of what the maker proposed and the checker reads, made at the edge. */
  readonly contentHash: string;
  /** Of the objects it rests on, when it was proposed. */
  readonly revision: string;
  readonly maker: PersonId;
  readonly reason: Sealed;
  readonly at: Millis;
  readonly expiresAt: Millis;
  status: ProposalStatus;
  checker: PersonId | null;
  decidedAt: Millis | null;
  decidedReason: Sealed | null;
}

export interface ApprovalsState {
  readonly proposals: Map<ProposalId, Proposal>;
}
export const initialApprovals = (): ApprovalsState => ({ proposals: new Map() });
