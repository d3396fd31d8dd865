export const protectionEndpoints = {} as const;
