export const conductEndpoints = {} as const;
