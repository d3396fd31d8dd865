/** Investor protection: ECSPR art. 21 and 22, delegated regulation 2022/2114, DOMAIN §4. */
export const protectionPolicy = {} as const;
