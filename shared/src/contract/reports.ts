export const reportsEndpoints = {} as const;
