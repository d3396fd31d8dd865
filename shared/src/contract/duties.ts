export const dutiesEndpoints = {} as const;
