import type { Slots } from '../slots/slots.ts';

/** Which feature fills which slot. Give a lazy component: `offerAction: lazy(() => import('../features/…'))`. */
export const slots: Slots = {};
