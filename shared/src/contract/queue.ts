export const queueEndpoints = {} as const;
