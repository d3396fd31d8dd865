import type { DossierView } from '@piazza/shared/contract';
import { z } from 'zod';

export const steps = [
  'registration',
  'owners',
  'representatives',
  'offers',
  'declarations',
  'documents',
] as const;
export type Step = (typeof steps)[number];

/** Which part of the dossier is open. */
export const dossierSearch = z.object({ step: z.enum(steps).optional().catch(undefined) });

/** How many answers a step still lacks; null for one that asks for nothing. */
export function missingIn(step: Step, { gaps }: DossierView): number | null {
  if (step === 'representatives' || step === 'documents') return null;
  return gaps.filter((gap) => gap.startsWith(`${step}.`)).length;
}
