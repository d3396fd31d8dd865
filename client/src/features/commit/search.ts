import { commitmentId } from '@piazza/shared/contract';
import { z } from 'zod';

export const steps = ['amount', 'warnings', 'review'] as const;
export type FlowStep = (typeof steps)[number];

/** Where one stands in committing; `done` names the commitment that came of it. */
export const commitSearch = z.object({
  step: z.enum(steps).optional().catch(undefined),
  done: commitmentId.optional().catch(undefined),
});
