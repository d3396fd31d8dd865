export const securityRejections = {} as const;
