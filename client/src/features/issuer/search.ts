import { z } from 'zod';
import { steps } from './draft/fields.ts';

/** Where in the wizard one is: its step, and the field that takes the focus. */
export const wizardSearch = z.object({
  step: z.enum(steps).optional().catch(undefined),
  field: z
    .string()
    .regex(/^(?:texts|facts)\.[A-Za-z]{1,40}$/)
    .optional()
    .catch(undefined),
});
