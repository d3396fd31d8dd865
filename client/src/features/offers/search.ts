import { instruments, offerStatuses, sectors } from '@piazza/shared/contract';
import { z } from 'zod';

/** The filters of the list of offers, as they stand in its address. What is not understood is left out. */
export const offersSearch = z.object({
  status: z.enum(offerStatuses).optional().catch(undefined),
  sector: z.enum(sectors).optional().catch(undefined),
  instrument: z.enum(instruments).optional().catch(undefined),
  sdg: z
    .union([z.string(), z.number().transform(String)])
    .pipe(z.string().regex(/^(?:1[0-7]|[1-9])$/))
    .optional()
    .catch(undefined),
  q: z
    .union([z.string(), z.number().transform(String)])
    .pipe(z.string().max(80))
    .optional()
    .catch(undefined),
  sort: z.enum(['closing', 'newest', 'progress']).optional().catch(undefined),
});
export type OffersSearch = z.output<typeof offersSearch>;
