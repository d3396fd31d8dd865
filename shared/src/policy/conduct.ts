/** Complaints, conflicts, retention and fees: ECSPR art. 7, 8, 20, DOMAIN §8. */
export const conductPolicy = {} as const;
