import { listingId } from '@piazza/shared/contract';
import { z } from 'zod';

/** The listing somebody came from to complain about, in the address. */
export const complaintsSearch = z.object({ listing: listingId.optional().catch(undefined) });
