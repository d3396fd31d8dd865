export const securityEndpoints = {} as const;
