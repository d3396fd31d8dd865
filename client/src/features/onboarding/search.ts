import { z } from 'zod';

/** Where the reader came from, to be led back to: an address within the client. */
export const onboardingSearch = z.object({
  to: z
    .string()
    .regex(/^\/(?!\/)[\w/?=&.-]*$/)
    .optional()
    .catch(undefined),
});
