export const issuersRejections = {} as const;
