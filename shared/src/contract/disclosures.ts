export const disclosuresEndpoints = {} as const;
