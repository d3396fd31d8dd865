import { detectors, severities } from '@piazza/shared/policy';
import { z } from 'zod';

/** Which alerts are shown, in the address; anything else is left out rather than refused. */
export const alertsSearch = z.object({
  status: z.enum(['open', 'dismissed', 'in_case']).optional().catch(undefined),
  severity: z.enum(severities).optional().catch(undefined),
  detector: z.enum(detectors).optional().catch(undefined),
});
export type AlertsSearch = z.output<typeof alertsSearch>;
