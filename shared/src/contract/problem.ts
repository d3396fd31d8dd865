import { z } from 'zod';
import { rejectionStatus, type RejectionCode } from '../rejections/index.ts';

/** RFC 9457 problem reply. `code` is stable; `detail` speaks to people and may change. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(Object.keys(rejectionStatus) as [RejectionCode, ...RejectionCode[]]),
  /** The facts behind the refusal: field names, limits, ids. */
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])).optional(),
  instance: z.string().optional(),
});
export type Problem = z.output<typeof problem>;
