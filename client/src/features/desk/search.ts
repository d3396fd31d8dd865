import { queueKinds } from '@piazza/shared/contract';
import { z } from 'zod';

const objectId = /^(?:lst|ofr|cmt|org|per|apr|doc|dis|qst|rpt|alr|cas|cpl)_[0-9a-z]{1,12}$/;
export const isObjectId = (text: string): boolean => objectId.test(text);

/** The object whose trail is shown, in the address; anything else is left out rather than refused. */
export const auditSearch = z.object({ object: z.string().regex(objectId).optional().catch(undefined) });

/** Which part of the queue is shown, in the address. What is not understood is left out. */
export const deskSearch = z.object({
  kind: z.enum(queueKinds).optional().catch(undefined),
  show: z.enum(['mine', 'unassigned', 'overdue']).optional().catch(undefined),
});
export type DeskSearch = z.output<typeof deskSearch>;
