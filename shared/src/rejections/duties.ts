export const dutiesRejections = {} as const;
