import { z } from 'zod';

/** How the provider's page sent its visitor back; nothing where they came by themselves. */
export const paymentsSearch = z.object({
  setup: z.enum(['done', 'cancelled']).optional().catch(undefined),
});
