import { z } from 'zod';

const version = z.coerce.number().int().min(1).max(10_000).optional().catch(undefined);

/** Which version of a sheet is read, and which one it is put beside. */
export const sheetSearch = z.object({ version, from: version });
