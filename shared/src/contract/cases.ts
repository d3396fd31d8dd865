export const casesEndpoints = {} as const;
