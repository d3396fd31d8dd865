import type { CommitmentStatus, StatementLine } from '@piazza/shared/contract';
import type { CommitmentGroup, LineGroup } from './search.ts';

const groups: Record<CommitmentStatus, CommitmentGroup> = {
  pledged: 'revocable',
  charging: 'held',
  captured: 'held',
  capture_failed: 'held',
  allotted: 'allotted',
  settled: 'allotted',
  revoked: 'ended',
  lapsed: 'ended',
  released: 'ended',
};

/** Under which heading a commitment is found. */
export const groupOf = (status: CommitmentStatus): CommitmentGroup => groups[status];

/** Under which heading a line of the statement is found; null for what is found under all of them only. */
export function lineGroupOf({ kind, asset }: Pick<StatementLine, 'kind' | 'asset'>): LineGroup | null {
  if (asset !== 'EUR') return 'units';
  const known: Record<string, LineGroup> = {
    top_up: 'added',
    charge: 'added',
    funding: 'added',
    capture: 'held',
    release: 'returned',
    sent_back: 'returned',
    distribution: 'added',
  };
  return known[kind] ?? null;
}
