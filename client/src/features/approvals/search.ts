import { z } from 'zod';

/** Which proposals are shown, in the address. What is not understood is left out. */
export const proposalsSearch = z.object({
  show: z.enum(['decided']).optional().catch(undefined),
});
