import { z } from 'zod';

const objectId = /^(?:lst|ofr|cmt|org|per)_[0-9a-z]{1,12}$/;
export const isObjectId = (text: string): boolean => objectId.test(text);

/** The object whose trail is shown, in the address; anything else is left out rather than refused. */
export const auditSearch = z.object({ object: z.string().regex(objectId).optional().catch(undefined) });
