export const kiisEndpoints = {} as const;
