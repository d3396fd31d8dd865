import { z } from 'zod';

/** The one-time link of an invitation. */
export const invitationSearch = z.object({ token: z.string().max(100).optional().catch(undefined) });
export { dossierSearch } from './steps.ts';
