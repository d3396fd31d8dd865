/** Ongoing duties of issuers and their insiders: MAR art. 18 and 19, DOMAIN §8. */
export const dutiesPolicy = {} as const;
