import type { CommitmentView } from '@piazza/shared/contract';

type Placed = Pick<CommitmentView, 'status' | 'renewal' | 'reflectionEndsAt'>;

/** Whether it may be revoked though it is no pledge any more: a right to revoke has begun anew. `now` in venue ms. */
export const isRenewed = ({ status, renewal, reflectionEndsAt }: Placed, now: number): boolean =>
  renewal !== null &&
  reflectionEndsAt !== null &&
  now < reflectionEndsAt &&
  (status === 'pledged' || status === 'charging' || status === 'captured' || status === 'capture_failed');

/** Whether it may be revoked now. */
export const isRevocable = (commitment: Placed, now: number): boolean =>
  commitment.status === 'pledged' || isRenewed(commitment, now);
