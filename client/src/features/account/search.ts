import { z } from 'zod';

/** Where to go after signing in: an address of this site, never another one. */
export const returnSearch = z.object({
  to: z
    .string()
    .regex(/^\/(?![/\\])/)
    .optional()
    .catch(undefined),
});

/** The one-time token of a link in a message. */
export const tokenSearch = z.object({ token: z.string().max(100).optional().catch(undefined) });
