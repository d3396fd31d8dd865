/** Issuers, offers and their information: ECSPR art. 1, 8, 23, 24, DOMAIN §5. */
export const issuersPolicy = {} as const;
