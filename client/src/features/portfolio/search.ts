import { z } from 'zod';

export const commitmentGroups = ['revocable', 'held', 'allotted', 'ended'] as const;
export type CommitmentGroup = (typeof commitmentGroups)[number];

/** Which commitments are listed; all where nothing is said. */
export const commitmentsSearch = z.object({
  show: z.enum(commitmentGroups).optional().catch(undefined),
});

export const lineGroups = ['added', 'held', 'returned', 'units'] as const;
export type LineGroup = (typeof lineGroups)[number];

/** Which lines of the statement are shown; all where nothing is said. */
export const statementSearch = z.object({
  show: z.enum(lineGroups).optional().catch(undefined),
});
